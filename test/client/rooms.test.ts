// @vitest-environment node
import { describe, expect, test } from "vitest";
import { preset, Setup } from "./support/client";

describe("rooms that come back", () => {
  test("W21 W22 R-W3 C31: joined before the first open and again after a loss, once each", () => {
    const setup = new Setup(preset("warpkit"));
    setup.client.join("account:1");
    setup.client.join("account:1");
    setup.open();
    setup.client.join("project:2");
    setup.world.socket.serverFails();
    setup.pass(500).world.socket.serverOpens();
    const join = (room: string): string => `{"type":"room.join","room":"${room}"}`;
    expect(setup.sent()).toEqual([
      [join("account:1"), join("project:2")],
      [join("account:1"), join("project:2")],
    ]);
    expect(setup.told("rejoined").map((event) => event.rooms)).toEqual([
      ["account:1"],
      ["account:1", "project:2"],
    ]);
  });

  test("reconnecting 29: fifty rooms are joined again, once each", () => {
    const setup = new Setup(preset("warpkit")).open();
    const rooms = Array.from({ length: 50 }, (_, number) => `r${number}`);
    for (const room of rooms) setup.client.join(room);
    setup.world.socket.serverFails();
    setup.pass(500).world.socket.serverOpens();
    expect(setup.sent()[1]?.map((frame) => JSON.parse(frame).room)).toEqual(rooms);
  });

  test("W23 W24 reconnecting 29: left while waiting is not joined again", () => {
    const setup = new Setup(preset("warpkit")).open();
    for (let i = 0; i < 50; i++) setup.client.join(`r${i}`);
    setup.world.socket.serverFails();
    setup.client.leave("r7");
    setup.pass(500).world.socket.serverOpens();
    expect(setup.client.rooms.size).toBe(49);
    expect(setup.world.socket.sent).toHaveLength(49);
    expect(new Set(setup.world.socket.sent).size).toBe(49);
    setup.client.leave("r8");
    expect(setup.world.socket.sent.at(-1)).toBe('{"type":"room.leave","room":"r8"}');
  });

  test("W25: clearRooms forgets all and sends nothing", () => {
    const setup = new Setup(preset("warpkit")).open();
    setup.client.join("a");
    setup.client.clearRooms();
    expect(setup.client.rooms.size).toBe(0);
    setup.world.socket.serverFails();
    setup.pass(500).world.socket.serverOpens();
    expect(setup.sent()[1]).toEqual([]);
  });
});

describe("rooms that do not", () => {
  test("P40 C31: after a loss the room is forgotten, and it says so", () => {
    const setup = new Setup(preset("philjs")).open();
    setup.client.join("a");
    setup.world.socket.serverFails();
    expect(setup.client.rooms.size).toBe(0);
    expect(setup.told("left")).toMatchObject([{ room: "a", sent: false }]);
    setup.pass(1000).world.socket.serverOpens();
    expect(setup.sent()[1]).toEqual([]);
  });

  test("C36: a join while not connected is a message like any other", () => {
    const dropping = new Setup(preset("philjs"));
    dropping.client.join("a");
    expect(dropping.client.rooms.size).toBe(0);
    const keeping = new Setup(preset("guide"));
    keeping.client.join("a");
    expect([...keeping.client.rooms]).toEqual(["a"]);
    expect(keeping.open().sent()).toEqual([['{"type":"join","room":"a"}']]);
  });
});

test.each([
  [
    "philjs",
    "P15 P34 P35 R-P2",
    '{"type":"room:join","payload":{"roomId":"r"},"timestamp":1000000}',
    '{"type":"say","payload":{"text":"hi"},"timestamp":1000000,"room":"r"}',
    '{"type":"room:leave","payload":{"roomId":"r"},"timestamp":1000000}',
  ],
  [
    "flat",
    "G12",
    '{"type":"join","room":"r"}',
    '{"type":"say","room":"r","text":"hi"}',
    '{"type":"leave","room":"r"}',
  ],
  [
    "warpkit",
    "R-W2 R-W3 W53",
    '{"type":"room.join","room":"r"}',
    '{"type":"say","room":"r","text":"hi"}',
    '{"type":"room.leave","room":"r"}',
  ],
  [
    "universal",
    "U15 U16",
    '{"type":"join-room","room":"r"}',
    '{"type":"say","room":"r","text":"hi"}',
    '{"type":"leave-room","room":"r"}',
  ],
  [
    "action",
    "K38",
    '{"action":"subscribe","topics":["r"]}',
    '{"action":"say","topics":["r"],"text":"hi"}',
    '{"action":"unsubscribe","topics":["r"]}',
  ],
  [
    "phoenix",
    "W51",
    '["1","1","r","phx_join",{}]',
    '["1","2","r","say",{"text":"hi"}]',
    '["1","3","r","phx_leave",{}]',
  ],
] as const)("C02: %s (%s) joins, speaks and leaves in its own words", (roomDialect, _rows, ...frames) => {
  const setup = new Setup({ roomDialect, rejoin: true }).open();
  setup.client.join("r");
  setup.client.message("say", { text: "hi" }, "r");
  setup.client.leave("r");
  expect(setup.sent()).toEqual([[...frames]]);
});

test("R-W2: a field called type in the payload does not rename the message", () => {
  const setup = new Setup(preset("warpkit")).open();
  setup.client.message("real", { type: "overridden", text: "x" });
  setup.client.message("list", [1, 2]);
  expect(setup.sent()).toEqual([['{"type":"real","text":"x"}', '{"type":"list","payload":[1,2]}']]);
});

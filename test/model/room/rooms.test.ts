import { describe, expect, test } from "vitest";
import { Rooms } from "../../../src/model/room/rooms";
import { aSocket } from "../../support/a-socket";
import { aSaid, type SaidFacts } from "../../support/said";

const first = aSocket({ number: 1, createdAt: 0, openedAt: 0 });
const second = aSocket({ number: 2, createdAt: 50_000, openedAt: 50_000 });
const third = aSocket({ number: 3, createdAt: 90_000, openedAt: 90_000 });

function rooms(...frames: SaidFacts[]): Rooms {
  const all = new Rooms();
  frames.forEach((facts, row) => {
    all.frame(aSaid({ row, socket: first, ...facts }));
  });
  return all;
}

const join = (room: string, facts: SaidFacts = {}): SaidFacts => ({
  sent: true,
  ...facts,
  envelope: { kind: "join", rooms: [room], ...facts.envelope },
});
const told = (
  kind: "join-confirmed" | "join-refused" | "left" | "message",
  facts: SaidFacts = {},
): SaidFacts => ({
  ...facts,
  envelope: { kind, rooms: ["a"], ...facts.envelope },
});
const story = (all: Rooms) => all.events.map(({ kind, room, socket }) => `${kind} ${room} #${socket}`);
const state = (all: Rooms, name = "a") => all.rooms.get(name)?.state;

describe("a wish to join", () => {
  test("waits where the dialect confirms (C04: flat, philjs), and is unconfirmed where none does (R-W3, C04)", () => {
    expect(state(rooms(join("a", { dialect: "flat" })))).toBe("requested");
    expect(state(rooms(join("a", { dialect: "philjs" })))).toBe("requested");
    for (const dialect of ["warpkit", "universal", "action", "stomp"] as const) {
      expect(state(rooms(join("a", { dialect })))).toBe("unconfirmed");
    }
  });

  test("waits where this session was seen to confirm, whatever its dialect", () => {
    const all = rooms(
      join("a", { dialect: "universal" }),
      join("b", { dialect: "universal" }),
      told("join-confirmed", { dialect: "universal" }),
      join("c", { dialect: "universal" }),
    );
    expect([state(all, "a"), state(all, "b"), state(all, "c")]).toEqual([
      "confirmed",
      "requested",
      "requested",
    ]);
  });

  test("a subscription to topics is one for each of them (K38)", () => {
    const all = rooms({
      sent: true,
      dialect: "action",
      envelope: { kind: "subscribe", rooms: ["alerts", "messages", "updates"] },
    });
    expect([...all.rooms.keys()]).toEqual(["alerts", "messages", "updates"]);
    expect(all.rooms.get("updates")).toMatchObject({ joins: 1, doubled: 0, state: "unconfirmed" });
  });

  test("that never went out is none", () => {
    expect(rooms(join("a", { unsent: true })).rooms.size).toBe(0);
  });

  test("without a room is nobody's (U09), and somebody else's is not the page's", () => {
    expect(rooms({ sent: true, envelope: { kind: "join" } }).rooms.size).toBe(0);
    const all = rooms({ sent: false, envelope: { kind: "join", rooms: ["a"] } });
    expect(all.rooms.get("a")?.joins).toBe(0);
    expect(all.events).toEqual([]);
  });
});

describe("the answer to it", () => {
  test("`joined {users}` confirms and says who is in (G13)", () => {
    const membership = { change: "set" as const, members: [{ id: "u1", name: "Ann" }, { id: "u2" }] };
    const all = rooms(join("a"), told("join-confirmed", { envelope: { membership } }));
    expect(state(all)).toBe("confirmed");
    expect([...(all.rooms.get("a")?.members ?? [])]).toEqual([
      ["u1", "Ann"],
      ["u2", ""],
    ]);
    expect(story(all)).toEqual(["joined a #1", "confirmed a #1"]);
  });

  test("`joined` of another member is no confirmation of ours", () => {
    const bob = { change: "add" as const, members: [{ id: "bob" }] };
    const all = rooms(
      join("a", { envelope: { sender: "ann" } }),
      told("join-confirmed", { envelope: { membership: bob } }),
    );
    expect(state(all)).toBe("requested");
    expect(all.rooms.get("a")?.members?.has("bob")).toBe(true);
  });

  test("`room:history` confirms for PhilJS (C04)", () => {
    const history: SaidFacts = { dialect: "philjs", envelope: { kind: "history", rooms: ["a"] } };
    expect(state(rooms(join("a", { dialect: "philjs" }), history))).toBe("confirmed");
  });

  test("may be no (R-P7 room:error)", () => {
    const all = rooms(join("a"), told("join-refused"), told("join-refused"));
    expect(state(all)).toBe("refused");
    expect(story(all)).toEqual(["joined a #1", "refused a #1"]);
  });

  test("may name nothing but the id of the wish (WAMP, MQTT, Centrifugo)", () => {
    const wish = join("a", { dialect: "wamp", envelope: { id: "7" } });
    expect(state(rooms(wish, { envelope: { kind: "join-confirmed", answers: "7" } }))).toBe("confirmed");
    expect(state(rooms(wish, { envelope: { kind: "ack", good: false, answers: "7" } }))).toBe("refused");
    expect(state(rooms(wish, { envelope: { kind: "error", answers: "8" } }))).toBe("requested");
  });

  test("may come without a wish: the server put it there (U29), or the capture began later", () => {
    const all = rooms(told("join-confirmed"));
    expect(state(all)).toBe("confirmed");
    expect(all.rooms.get("a")?.joins).toBe(0);
  });
});

test("leaving, and being told so, is one event; who is in is not known any more", () => {
  const members = { change: "set" as const, members: [{ id: "u1" }] };
  const all = rooms(
    join("a"),
    told("join-confirmed", { envelope: { membership: members } }),
    { sent: true, envelope: { kind: "leave", rooms: ["a"] } },
    told("left"),
  );
  expect(story(all)).toEqual(["joined a #1", "confirmed a #1", "left a #1"]);
  expect(all.rooms.get("a")).toMatchObject({ state: "left", members: undefined });
});

test("`left {userId}` of somebody else is not the page's (G13)", () => {
  const membership = { change: "remove" as const, members: [{ id: "bob" }] };
  expect(state(rooms(join("a"), told("join-confirmed"), told("left", { envelope: { membership } })))).toBe(
    "confirmed",
  );
});

describe("members", () => {
  const change = (change: "set" | "add" | "remove", ...ids: string[]): SaidFacts => ({
    envelope: { kind: "presence", rooms: ["a"], membership: { change, members: ids.map((id) => ({ id })) } },
  });

  test("leave, join, update, update in one millisecond is one member (R-P8)", () => {
    const all = rooms(
      change("add", "u1"),
      change("remove", "u1"),
      change("add", "u1"),
      change("add", "u1"),
      change("add", "u1"),
    );
    expect([...(all.rooms.get("a")?.members?.keys() ?? [])]).toEqual(["u1"]);
  });

  test("a bare id (P20, C26) keeps the name told before", () => {
    const named = { change: "add" as const, members: [{ id: "u1", name: "Ann" }] };
    const all = rooms(
      { envelope: { kind: "presence", rooms: ["a"], membership: named } },
      change("set", "u1", "u2"),
    );
    expect(Object.fromEntries(all.rooms.get("a")?.members ?? [])).toEqual({ u1: "Ann", u2: "" });
  });

  test("of an earlier socket are not taken for those of this one", () => {
    const all = rooms(join("a"), change("set", "u1"), { ...change("add", "u2"), socket: second });
    expect([...(all.rooms.get("a")?.members?.keys() ?? [])]).toEqual(["u2"]);
  });

  test("who leaves is out, the others stay", () => {
    const all = rooms(change("set", "u1", "u2"), change("remove", "u1"));
    expect([...(all.rooms.get("a")?.members?.keys() ?? [])]).toEqual(["u2"]);
  });

  test("are bounded at 10,000", () => {
    const all = rooms(change("set", ...Array.from({ length: 20_000 }, (_, index) => `u${index}`)));
    expect(all.rooms.get("a")?.members?.size).toBe(10_000);
  });
});

describe("traffic", () => {
  test("counts for each room that a frame names, once", () => {
    const all = rooms(
      { sent: true, size: 7, envelope: { rooms: ["a", "b", "a"] } },
      { size: 5, envelope: { rooms: ["b"] } },
      { size: 9, envelope: {} },
      { size: 9, envelope: null },
    );
    expect(all.rooms.get("a")).toMatchObject({
      sent: { frames: 1, bytes: 7 },
      received: { frames: 0, bytes: 0 },
    });
    expect(all.rooms.get("b")).toMatchObject({
      sent: { frames: 1, bytes: 7 },
      received: { frames: 1, bytes: 5 },
    });
  });

  test("a room that nobody asked for is unconfirmed, without joins, and can't be forgotten", () => {
    const all = rooms(told("message"), { socket: second, sent: true, envelope: {} });
    all.settle(second, 99_000);
    expect(all.rooms.get("a")).toMatchObject({ state: "unconfirmed", joins: 0 });
    expect(all.events).toEqual([]);
  });

  test("a heartbeat on a topic of its own makes no room", () => {
    expect(rooms({ sent: true, envelope: { kind: "heartbeat", rooms: ["phoenix"] } }).rooms.size).toBe(0);
  });
});

describe("over a reconnect", () => {
  test("WarpKit joins twice on each connection, and before auth on the second (R-W4)", () => {
    const warpkit = { dialect: "warpkit" as const };
    const auth: SaidFacts = { sent: true, envelope: { kind: "auth" } };
    const again = { ...warpkit, socket: second };
    const all = rooms(
      auth,
      join("a", warpkit),
      join("a", again),
      { ...auth, socket: second },
      join("a", again),
    );
    expect(story(all)).toEqual(["joined a #1", "rejoined a #2", "doubled a #2"]);
    expect(all.events.map((event) => event.beforeAuth)).toEqual([false, true, false]);
    expect(all.rooms.get("a")).toMatchObject({ joins: 3, doubled: 1, state: "unconfirmed" });
  });

  test("joins are not flagged where no auth ever comes, or frames are missing that may have been one", () => {
    expect(rooms(join("a")).events[0]?.beforeAuth).toBe(false);
    const holed = aSocket({ number: 1, lost: 3 });
    const all = rooms(join("a", { socket: holed }), {
      socket: holed,
      sent: true,
      envelope: { kind: "auth" },
    });
    expect(all.events[0]?.beforeAuth).toBe(false);
  });

  test("a join that the server confirmed before the auth frame is not flagged", () => {
    const auth = { sent: true, envelope: { kind: "auth" as const } };
    const all = rooms(join("a"), join("b"), told("join-confirmed"), auth);
    expect(all.events.map(({ kind, room, beforeAuth }) => [kind, room, beforeAuth])).toEqual([
      ["joined", "a", false],
      ["joined", "b", true],
      ["confirmed", "a", false],
    ]);
  });

  test("PhilJS never rejoins (R-P6): the room is lost once the page has sent something else", () => {
    const all = rooms(join("a"), told("join-confirmed"), { socket: second, envelope: null });
    all.settle(second, 50_100);
    expect(state(all)).toBe("confirmed");
    all.frame(aSaid({ socket: second, sent: true, time: 50_200 }));
    all.settle(second, 50_300);
    all.settle(second, 60_300);
    expect(state(all)).toBe("lost");
    expect(story(all)).toEqual(["joined a #1", "confirmed a #1", "forgotten a #2"]);
    expect(all.events[2]).toMatchObject({ row: -1, time: 50_000 });
  });

  test("or has let five seconds pass; a socket that never opened says nothing", () => {
    const all = rooms(join("a"));
    all.settle(aSocket({ number: 2, state: "closed", closedAt: 99_000 }), 99_000);
    all.settle(second, 54_999);
    expect(state(all)).toBe("requested");
    all.settle(second, 55_000);
    expect(state(all)).toBe("lost");
  });

  test("a socket that was there for a moment only had no time to ask", () => {
    const all = rooms(join("a"), { socket: second, time: 50_010 }, join("a", { socket: third }));
    expect(story(all)).toEqual(["joined a #1", "rejoined a #3"]);
  });

  test("one that had time forgot, and the next may ask again", () => {
    const all = rooms(join("a"), { socket: second, sent: true }, join("a", { socket: third }));
    expect(story(all)).toEqual(["joined a #1", "forgotten a #2", "rejoined a #3"]);
  });

  test("who asks late has not forgotten", () => {
    const all = rooms(join("a"), { socket: second, sent: true });
    all.settle(second, 51_000);
    all.frame(aSaid({ ...join("a"), socket: second, time: 58_000 }));
    all.settle(second, 60_000);
    expect(story(all)).toEqual(["joined a #1", "rejoined a #2"]);
    expect(state(all)).toBe("requested");
  });

  test("a room that the server goes on serving is not lost, and asking for it is no doubling", () => {
    const all = rooms(join("a"), { socket: second, sent: true }, told("message", { socket: second }));
    all.settle(second, 70_000);
    expect(state(all)).toBe("unconfirmed");
    all.frame(aSaid({ ...join("a"), socket: second }));
    expect(story(all)).toEqual(["joined a #1", "rejoined a #2"]);
  });

  test("what was left before the drop is joined, not rejoined (R-W4)", () => {
    const leave: SaidFacts = { sent: true, envelope: { kind: "leave", rooms: ["a"] } };
    const all = rooms(join("a"), leave, join("a", { socket: second }));
    expect(story(all)).toEqual(["joined a #1", "left a #1", "joined a #2"]);
  });
});

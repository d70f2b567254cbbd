// @vitest-environment node
import { describe, expect, test } from "vitest";
import { ReconnectingClient } from "../../src/client/client";
import type { ClientSocket, SocketEvents } from "../../src/client/environment";
import { plainOptions } from "../../src/client/options";
import { type Storm, type Weather, weathered } from "../../src/client/weather";
import { Switch, World } from "./support/world";

function storm(kind: Storm["kind"]): Storm {
  return { kind, code: 1012, reason: "restart" };
}

/** A socket in weather, the real one below it, and what it told. */
class Sky {
  readonly world = new World();
  readonly weather = new Switch<Weather>(null);
  readonly told: unknown[] = [];
  readonly open = weathered(this.world.open, this.weather, (ms, task) => this.world.after(ms, task));

  make(): ClientSocket {
    const events: SocketEvents = {
      open: () => this.told.push("open"),
      message: (data) => this.told.push(data),
      error: () => this.told.push("error"),
      close: ({ code, reason, clean }) => this.told.push([code, reason, clean]),
    };
    return this.open("wss://here/", ["v1"], events);
  }

  opened(): ClientSocket {
    const socket = this.make();
    this.world.socket.serverOpens("v1");
    this.told.length = 0;
    return socket;
  }

  turn(kind: Storm["kind"] | null): void {
    this.weather.turn(kind && storm(kind));
    this.world.clock.pass(0);
  }
}

const FAILED = ["error", [1006, "", false]];

test("fair weather changes nothing", () => {
  const sky = new Sky();
  const socket = sky.opened();
  sky.world.socket.bufferedAmount = 5;
  socket.send("out");
  sky.world.socket.serverSends("in");
  socket.close(4000, "bye");
  sky.world.socket.serverCloses(4000, "bye");
  expect([socket.protocol, socket.extensions, socket.bufferedAmount]).toEqual(["v1", "", 5]);
  expect(sky.world.socket.sent).toEqual(["out"]);
  expect(sky.world.socket.closes).toEqual([[4000, "bye"]]);
  expect(sky.told).toEqual(["in", [4000, "bye", true]]);
  expect(sky.weather.listeners.size).toBe(0);
});

describe("dropped", () => {
  test("fails at once; the real socket stays, muted, until the weather ends", () => {
    const sky = new Sky();
    const socket = sky.opened();
    sky.turn("dropped");
    expect(sky.told).toEqual(FAILED);
    sky.world.socket.serverSends("in");
    socket.send("out");
    expect([sky.world.socket.phase, sky.world.socket.sent]).toEqual(["open", []]);
    sky.turn(null);
    expect(sky.world.socket.phase).toBe("closing");
    expect(sky.told).toEqual(FAILED);
    expect(sky.weather.listeners.size).toBe(0);
  });
});

describe("half-open", () => {
  test("frames vanish both ways, and afterwards it goes on without them", () => {
    const sky = new Sky();
    const socket = sky.opened();
    sky.turn("half-open");
    socket.send("lost");
    sky.world.socket.serverSends("lost");
    sky.turn(null);
    socket.send("out");
    sky.world.socket.serverSends("in");
    expect([sky.told, sky.world.socket.sent]).toEqual([["in"], ["out"]]);
  });

  test.each(["client", "server"])("a close by the %s is told when it ends, as 1006", (side) => {
    const sky = new Sky();
    const socket = sky.opened();
    sky.turn("half-open");
    if (side === "client") socket.close(1000);
    else sky.world.socket.serverCloses(1000);
    expect([sky.told, sky.world.socket.closes]).toEqual([[], []]);
    sky.turn(null);
    expect(sky.told).toEqual(FAILED);
  });

  test("new sockets hang until it ends, then fail; so do those whose open vanished", () => {
    const sky = new Sky();
    sky.make();
    sky.turn("half-open");
    sky.world.socket.serverOpens();
    sky.make();
    sky.world.clock.pass(60_000);
    expect([sky.told, sky.world.sockets.length]).toEqual([[], 1]);
    sky.turn(null);
    expect(sky.told).toEqual([...FAILED, ...FAILED]);
  });
});

describe("stalled", () => {
  test("both directions wait and come in order when it ends", () => {
    const sky = new Sky();
    const socket = sky.opened();
    sky.turn("stalled");
    const bytes = new Uint8Array([1]);
    socket.send(bytes);
    bytes[0] = 9;
    socket.send("2");
    sky.world.socket.serverSends("a");
    sky.world.socket.serverSends("b");
    sky.world.socket.serverCloses(1001);
    expect([sky.told, sky.world.socket.sent]).toEqual([[], []]);
    sky.turn(null);
    expect(sky.world.socket.sent).toEqual([new Uint8Array([1]), "2"]);
    expect(sky.told).toEqual(["a", "b", [1001, "", true]]);
  });

  test("a close by the client waits too", () => {
    const sky = new Sky();
    sky.opened();
    const socket = sky.opened();
    sky.turn("stalled");
    socket.close(1000, "bye");
    expect(sky.world.socket.closes).toEqual([]);
    sky.turn(null);
    expect(sky.world.socket.closes).toEqual([[1000, "bye"]]);
  });
});

describe("closed", () => {
  test("open sockets close cleanly with code and reason, and the real ones go", () => {
    const sky = new Sky();
    sky.opened();
    sky.turn("closed");
    expect(sky.told).toEqual([[1012, "restart", true]]);
    expect(sky.world.socket.phase).toBe("closing");
  });

  test("one that is not open yet cannot close cleanly", () => {
    const sky = new Sky();
    sky.make();
    sky.turn("closed");
    expect(sky.told).toEqual(FAILED);
  });
});

test("refusing leaves open sockets alone", () => {
  const sky = new Sky();
  const socket = sky.opened();
  sky.turn("refusing");
  socket.send("out");
  sky.world.socket.serverSends("in");
  expect([sky.told, sky.world.socket.sent]).toEqual([["in"], ["out"]]);
});

test.each(["dropped", "stalled", "closed", "refusing"] as const)("%s: new sockets fail, later", (kind) => {
  const sky = new Sky();
  sky.weather.turn(storm(kind));
  sky.make().send("out");
  expect(sky.told).toEqual([]);
  sky.world.clock.pass(0);
  expect([sky.told, sky.world.sockets]).toEqual([FAILED, []]);
});

test("a client rides it out: it tries again and again, and is back when the weather is fair", () => {
  const sky = new Sky();
  const environment = Object.assign(new World(), { open: sky.open, after: sky.world.after.bind(sky.world) });
  const client = new ReconnectingClient("wss://here/", environment, { ...plainOptions, backoff: "none" });
  void client.connect();
  sky.world.socket.serverOpens();
  sky.turn("dropped");
  sky.world.clock.pass(10_000);
  expect([client.state, client.attempt]).toEqual(["reconnecting", 11]);
  sky.turn(null);
  sky.world.clock.pass(1000);
  sky.world.socket.serverOpens();
  expect(client.state).toBe("connected");
});

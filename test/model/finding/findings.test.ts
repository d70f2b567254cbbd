import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/model/finding/finding";
import { Suspicions } from "../../../src/model/finding/suspicions";
import type { RoomEvent } from "../../../src/model/room/room";
import { aSocket } from "../../support/a-socket";
import { beat, beats, inspect, reconnecting, said } from "./inspect";

const ids = (findings: readonly Finding[]) => findings.map(({ id }) => id);
const find = (findings: readonly Finding[], id: Finding["id"]) => findings.find((each) => each.id === id);

function event(kind: RoomEvent["kind"], facts: Partial<RoomEvent> = {}): RoomEvent {
  return { kind, room: "general", socket: 1, row: 3, time: 0, beforeAuth: false, ...facts };
}

test("a session that is well has none", () => {
  expect(inspect([aSocket()])).toEqual([]);
});

describe("rooms", () => {
  test("W20, R-W4, C32: joins before auth, and joins twice", () => {
    const events = [
      event("rejoined", { row: 1, beforeAuth: true }),
      event("rejoined", { row: 2, room: "dev", beforeAuth: true }),
      event("doubled", { row: 5 }),
    ];
    expect(inspect([aSocket()], { events })).toMatchObject([
      { id: "join-before-auth", rows: [1, 2], count: 2, title: expect.stringContaining("general, dev") },
      { id: "double-join", rows: [5], severity: "note" },
    ]);
  });

  test("P40, R-P6: rooms not joined again after a reconnect, without a frame to show", () => {
    const sockets = reconnecting([1000], 60_000, true);
    const events = [event("forgotten", { socket: 2, row: -1 })];
    expect(inspect(sockets, { events })).toMatchObject([
      {
        id: "not-rejoined",
        title: "1 room not joined again after a reconnect: general",
        rows: [],
        sockets: [2],
      },
    ]);
  });

  test("a page that still may join, did so late, or never had an open socket, has forgotten nothing", () => {
    const forgotten = event("forgotten", { socket: 2, row: -1 });
    const young = [...reconnecting([]), aSocket({ number: 2, createdAt: 1005, openedAt: 1005 })];
    expect(inspect(young, { events: [forgotten], now: 5_000 })).toEqual([]);
    expect(ids(inspect(young, { events: [forgotten], now: 7_000 }))).toEqual(["not-rejoined"]);
    expect(inspect(young, { events: [forgotten, event("rejoined", { socket: 2 })], now: 7_000 })).toEqual([]);
    expect(inspect(reconnecting([1000], 60_000), { events: [forgotten] })).toEqual([]);
  });
});

describe("reconnects", () => {
  test("P25, W28: a backoff without jitter, by the sentence of the fit", () => {
    expect(inspect(reconnecting([1000, 2000, 4000, 8000]))).toMatchObject([
      { id: "no-jitter", severity: "note", rows: [], sockets: [2, 3, 4, 5] },
    ]);
    expect(inspect(reconnecting([1000, 2000, 4000, 8000]))[0]?.title).toBe(
      "Reconnects without jitter: exponential from 1,000 ms without a cap seen: explains 4 of 4 delays",
    );
  });

  test("R-K3: jitter is none to complain of, and neither are two reconnects", () => {
    expect(inspect(reconnecting([251, 302, 335, 355], 20_000, true))).toEqual([]);
    expect(inspect(reconnecting([1000, 2000]))).toEqual([]);
  });

  test("five attempts within 10 s are a storm; P25 (1, 2, 4, 8, 16 s) is none", () => {
    const storm = find(inspect(reconnecting([1000, 1000, 1000, 1000, 1000])), "retry-storm");
    expect(storm).toMatchObject({ severity: "error", title: "5 attempts to reconnect within 10.0 s" });
    expect(ids(inspect(reconnecting([1000, 2000, 4000, 8000, 16_000])))).toEqual(["no-jitter"]);
  });

  test("at once again and again", () => {
    expect(inspect(reconnecting([5, 3, 8], 20_000, true))).toMatchObject([
      { id: "retry-storm", severity: "warning", title: "3 of 3 reconnects at once, without waiting" },
    ]);
  });
});

describe("R-P5: sockets opened after a close on purpose", () => {
  const delays = [1000, 1000, 1000, 1000];
  const withClose = (facts: object, late = 0) => {
    const sockets = reconnecting([...delays, 1000 + late], 20_000, true);
    Object.assign(sockets[4] as object, { clean: true, code: 1005, ...facts });
    return sockets;
  };

  test("one that comes just when the backoff would open it, probably", () => {
    const zombie = find(inspect(withClose({})), "zombie");
    expect(zombie).toMatchObject({ severity: "note", sockets: [6] });
    expect(zombie?.title).toMatch(/^#6 was probably/);
  });

  test("a page that was seen to close it makes it a warning", () => {
    expect(find(inspect(withClose({ closedByPage: true })), "zombie")?.severity).toBe("warning");
  });

  test.each<[string, object, number]>([
    ["it comes at another time", {}, 700],
    ["the close was not clean", { clean: false, code: 1006 }, 0],
    ["R-U5: the server gave up", { code: 1000, reason: "No pong received" }, 0],
    ["R-K2: the client gave up", { code: 4000, reason: "heartbeat timeout" }, 0],
  ])("not where %s", (_, facts, late) => {
    expect(find(inspect(withClose(facts, late)), "zombie")).toBeUndefined();
  });

  test("R-W12: not where the last heartbeat had no answer: that is a connection given up", () => {
    const heartbeats = new Map([[5, beats({ points: [beat(9, 84_000, null)] })]]);
    expect(find(inspect(withClose({}), { heartbeats }), "zombie")).toBeUndefined();
  });
});

describe("heartbeats", () => {
  test.each([
    [25_000, undefined],
    [59_000, undefined],
    [75_000, "A heartbeat every 75.0 s: by default AWS ALB and NGINX (60 s) cut an idle connection sooner"],
    [
      120_000,
      "A heartbeat every 2.0 min: by default AWS ALB and NGINX (60 s) and Cloudflare (100 s) cut an idle connection sooner",
    ],
  ])("W40: every %i ms", (interval, title) => {
    const heartbeats = new Map([[1, beats({ interval, points: [beat(2, 0, 10), beat(4, interval, 10)] })]]);
    const found = find(inspect([aSocket()], { heartbeats, now: interval }), "heartbeat-above-proxy-limit");
    expect(found?.title).toBe(title);
    if (found) expect(found).toMatchObject({ rows: [2, 4], count: 2, sockets: [1] });
  });

  const points = [beat(1, 10_000, 20), beat(3, 40_000, null)];
  const heard = (time: number) => {
    const suspicions = new Suspicions();
    suspicions.frame(said({ row: 2, time, sent: false }), 0);
    return suspicions;
  };

  test("R-K2: no answer for 10 s, then closed with 4000", () => {
    const socket = aSocket({ openedAt: 0, closedAt: 50_160, state: "closed", code: 4000 });
    const found = inspect([socket], {
      heartbeats: new Map([[1, beats({ points })]]),
      suspicions: heard(10_020),
    });
    expect(found).toMatchObject([
      {
        id: "dead-air",
        rows: [3],
        title: "Silence from the server on 1 socket, up to 40.1 s long, with 1 heartbeat unanswered",
      },
    ]);
  });

  test.each<[string, object, number]>([
    ["the close came at once", { closedAt: 40_300 }, 10_020],
    ["something else came meanwhile", { closedAt: 50_000 }, 45_000],
    ["frames were lost", { closedAt: 50_000, lost: 3 }, 10_020],
  ])("no dead air where %s", (_, facts, time) => {
    const socket = aSocket({ openedAt: 0, state: "closed", code: 1006, ...facts });
    const heartbeats = new Map([[1, beats({ points })]]);
    expect(inspect([socket], { heartbeats, suspicions: heard(time) })).toEqual([]);
  });

  test("an open socket is given two intervals, where beats are answered at all", () => {
    const socket = aSocket({ openedAt: 0 });
    const rtt = { median: 20, p95: 20, max: 20 };
    const at = (now: number, facts: object) =>
      ids(
        inspect([socket], {
          heartbeats: new Map([[1, beats({ points, ...facts })]]),
          suspicions: heard(10_020),
          now,
        }),
      );
    expect(at(99_000, { rtt })).toEqual([]);
    expect(at(100_000, { rtt })).toEqual(["dead-air"]);
    expect(at(100_000, { rtt: null })).toEqual([]);
  });

  test("a server that gave signs of life every 25 s and then none for 70 s", () => {
    const socket = aSocket({ openedAt: 0, closedAt: 120_000, state: "closed", code: 1006 });
    const signs = [1, 2, 3].map((row) => ({ ...beat(row, row * 16_000, null), missed: false }));
    const heartbeats = new Map([[1, beats({ direction: "server", interval: 25_000, points: signs })]]);
    expect(inspect([socket], { heartbeats })).toMatchObject([{ id: "dead-air", rows: [3] }]);
  });
});

describe("credentials", () => {
  test("U22: a token in the address; R-W1: of every socket", () => {
    const sockets = reconnecting([251, 302]).map((socket) => ({
      ...socket,
      url: `wss://app.test/ws?token=t${socket.number}`,
    }));
    expect(inspect(sockets)).toMatchObject([
      { id: "token-in-url", severity: "warning", rows: [], count: 0, sockets: [1, 2, 3] },
    ]);
  });

  test.each([
    ["wss://app.test/?room=general", undefined],
    ["wss://app.test/socket.io/?EIO=4&transport=websocket&sid=abcdef", undefined],
    ["wss://app.test/?key=abc", "note"],
    ["wss://user:pass@app.test/", "warning"],
  ])("%s", (url, severity) => {
    expect(find(inspect([aSocket({ url })]), "token-in-url")?.severity).toBe(severity);
  });

  test.each([
    ["ws://app.test/?token=abc", true],
    ["ws://localhost:5173/?token=abc", false],
    ["ws://127.0.0.1/?token=abc", false],
    ["ws://[::1]:80/?token=abc", false],
    ["wss://app.test/?token=abc", false],
    ["ws://app.test/?room=a", false],
    ["ws://localhost.app.test/?token=abc", true],
    ["no url?token=abc", false],
  ])("W19, U22 without encryption: %s", (url, exposed) => {
    expect(ids(inspect([aSocket({ url })])).includes("credentials-unencrypted")).toBe(exposed);
  });

  test("K39: an auth frame over ws: shows itself; one that is received, or never went out, shows nothing", () => {
    const socket = aSocket({ url: "ws://app.test/" });
    const suspicions = new Suspicions();
    suspicions.frame(said({ row: 1, socket, sent: false }, { kind: "auth" }), 0);
    suspicions.frame(said({ row: 2, socket }, { kind: "message" }), 0);
    expect(inspect([socket], { suspicions })).toEqual([]);
    suspicions.frame(said({ row: 3, socket }, { kind: "auth" }), 0);
    expect(inspect([socket], { suspicions })).toMatchObject([
      { id: "credentials-unencrypted", severity: "error", rows: [3], count: 1, sockets: [1] },
    ]);
  });
});

test("the worst comes first, then what most frames show", () => {
  const socket = aSocket({ url: "wss://app.test/?token=abc" });
  const suspicions = new Suspicions();
  suspicions.frame(said({ row: 1, socket, unsent: true }), 0);
  const events = [event("doubled"), event("doubled"), event("joined", { beforeAuth: true })];
  expect(ids(inspect([socket], { suspicions, events }))).toEqual([
    "sent-while-closing",
    "join-before-auth",
    "token-in-url",
    "double-join",
  ]);
});

// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { Line } from "../../src/bridge/line";
import type { PageDoor } from "../../src/bridge/page-door";
import type { OfflineKind } from "../../src/conditions";
import { Flag, Kind } from "../../src/protocol";
import { useFakeTasks } from "../support/fake-tasks";

/** The real socket, as the bridge's world has it. */
class FakeSocket extends EventTarget {
  readyState = 1;
  bufferedAmount = 0;
  readonly url = "wss://app.example/ws";
  readonly protocol = "v1";
  readonly extensions = "";
  readonly done: unknown[] = [];
  send(data: unknown): void {
    this.done.push(data);
  }
  close(...args: unknown[]): void {
    this.done.push(["close", ...args]);
  }
}

function setUp(kind: OfflineKind, readyState = 1) {
  const socket = Object.assign(new FakeSocket(), { readyState });
  const noted: unknown[] = [];
  const seen: unknown[] = [];
  const released = vi.fn();
  const note = (_: number, kind: number, content: unknown) => noted.push([kind, content]) + 99;
  const door = { note } as unknown as PageDoor;
  const line = new Line(socket as unknown as WebSocket, 1, kind, door, released);
  const ask = (what: string | Kind, value?: unknown) => line.asked({ what, socket: 1, value, order: 50 });
  for (const type of ["open", "message", "error", "close"]) {
    socket.addEventListener(type, (event) => {
      const { data, code } = event as MessageEvent & CloseEvent;
      seen.push([type, ask("readyState"), data ?? code].filter((each) => each !== undefined));
    });
  }
  return { socket, noted, seen, released, line, ask };
}

const FAILED = [
  [Kind.Failed, {}],
  [Kind.Closed, { code: 1006, reason: "", clean: false, pretended: true }],
];
const SEEN_FAILED = [
  ["error", 3],
  ["close", 3, 1006],
];

useFakeTasks();

describe("a line that is dropped", () => {
  test("is closed for the page, and stays a ghost until its real end", async () => {
    const { socket, noted, seen, released, line, ask } = setUp("dropped");
    line.begin(1000, "");
    expect([noted, seen]).toEqual([FAILED, SEEN_FAILED]);
    expect([ask("readyState"), ask("bufferedAmount")]).toEqual([3, undefined]);
    expect(ask("send", "grün")).toBe(Flag.Unsent);
    socket.bufferedAmount = 2;
    expect(ask("bufferedAmount")).toBe(7);
    expect([ask("close", {}), ask("close", { code: 1001 })]).toEqual([true, undefined]);
    expect(ask("close", { code: 3000, reason: "ü".repeat(62) })).toBeUndefined();
    expect(ask(Kind.TextReceived, "x")).toBe(true);
    expect(noted.slice(2)).toEqual([[Kind.TextReceived | Flag.Withheld, "x"]]);
    await line.end();
    expect([socket.done, released.mock.calls.length, ask("readyState")]).toEqual([[["close", 1000]], 0, 3]);
    socket.readyState = 3;
    expect(ask(Kind.Closed, { code: 1000, reason: "", clean: true })).toBe(true);
    expect([released.mock.calls.length, ask("readyState"), seen.length]).toEqual([1, undefined, 2]);
  });
});

describe("a line that is half-open", () => {
  test("whose page closes it: a minute later no close frame has come", async () => {
    const { socket, noted, seen, ask } = setUp("half-open");
    expect(ask("close", { code: 4000, reason: "bye" })).toBe(true);
    expect([ask("readyState"), noted]).toEqual([2, [[Kind.Closing, { code: 4000, reason: "bye" }]]]);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(seen).toEqual(SEEN_FAILED);
    expect(socket.done).toEqual([["close", 1000]]);
  });

  test("and still connecting: sends nothing, and fails soon when it is closed", async () => {
    const { seen, ask } = setUp("half-open", 0);
    expect(ask("send", "x")).toContain("Still in CONNECTING state.");
    ask("close", {});
    expect([ask("readyState"), seen]).toEqual([2, []]);
    await vi.advanceTimersByTimeAsync(1);
    expect(seen).toEqual(SEEN_FAILED);
  });

  test("opens when it ends, if it has opened", async () => {
    const { socket, noted, seen, released, line, ask } = setUp("half-open", 0);
    socket.readyState = 1;
    expect(ask(Kind.Opened, { protocol: "v1", extensions: "" })).toBe(true);
    expect([ask("readyState"), noted]).toEqual([0, []]);
    const ended = line.end();
    await vi.advanceTimersByTimeAsync(1);
    await ended;
    expect(seen).toEqual([["open", 1]]);
    expect([noted, released.mock.calls.length]).toEqual([
      [[Kind.Opened, { protocol: "v1", extensions: "" }]],
      1,
    ]);
  });

  test("opens when it ends: what has come after that comes, and what its handlers send goes out", async () => {
    const { socket, noted, seen, released, line, ask } = setUp("half-open", 0);
    socket.readyState = 1;
    ask(Kind.Opened, { protocol: "v1", extensions: "" });
    ask(Kind.TextReceived, "welcome");
    socket.addEventListener("open", () => {
      expect(ask("send", "hello")).toBe(Flag.Withheld);
      ask(Kind.TextReceived, "more");
    });
    const ended = line.end();
    await vi.advanceTimersByTimeAsync(10);
    await ended;
    expect(seen).toEqual([
      ["open", 1],
      ["message", 1, "welcome"],
      ["message", 1, "more"],
    ]);
    expect([socket.done, released.mock.calls.length]).toEqual([["hello"], 1]);
    expect(noted.filter((each) => (each as unknown[])[0] === Kind.Delivered)).toHaveLength(3);
  });

  test("fails when it ends, if it really has ended", async () => {
    const { socket, seen, released, line, ask } = setUp("half-open");
    socket.readyState = 3;
    ask(Kind.Failed, {});
    ask(Kind.Closed, { code: 4000, reason: "unheard", clean: true });
    expect([ask("readyState"), seen]).toEqual([1, []]);
    await line.end();
    expect(seen).toEqual(SEEN_FAILED);
    expect(released).toHaveBeenCalledOnce();
  });
});

describe("a line that is stalled", () => {
  test("holds all, and lets it go in order: what comes meanwhile waits behind", async () => {
    const { socket, noted, seen, released, line, ask } = setUp("stalled");
    ask(Kind.TextReceived, "zero");
    expect(ask("send", "one")).toBe(Flag.Withheld);
    const part = new Uint8Array([9, 1, 2, 9]).subarray(1, 3);
    expect(ask("send", part)).toBe(Flag.Withheld);
    ask(Kind.TextReceived, "two");
    expect(ask("bufferedAmount")).toBe(5);
    const ended = line.end();
    await vi.advanceTimersByTimeAsync(0);
    ask("send", "three");
    // From here on the page gets no messages.
    ask("close", { code: 4001 });
    await vi.advanceTimersByTimeAsync(10);
    await ended;
    expect(socket.done).toEqual(["one", part.slice().buffer, "three", ["close", 4001, undefined]]);
    expect(seen).toEqual([["message", 1, "zero"]]);
    const delivered = noted.filter((each) => (each as unknown[])[0] === Kind.Delivered);
    expect(delivered.map((each) => (each as [number, { order: number }])[1].order)).toEqual([
      100, 50, 50, 50,
    ]);
    expect(released).toHaveBeenCalledOnce();
  });

  test("more than can be held: the connection is lost, nothing of it was delivered, the page hears of it at the end", async () => {
    const { socket, noted, seen, released, line, ask } = setUp("stalled");
    const large = "x".repeat(32_000_000);
    ask("send", large);
    expect(socket.done).toEqual([]);
    ask(Kind.TextReceived, large);
    ask("send", "after that");
    expect([socket.done, seen, ask("readyState")]).toEqual([[["close", 1000]], [], 1]);
    socket.readyState = 3;
    ask(Kind.Closed, { code: 1000, reason: "", clean: true });
    await line.end();
    expect(seen).toEqual(SEEN_FAILED);
    expect(noted.slice(-2)).toEqual(FAILED);
    expect(noted).not.toContainEqual([Kind.Delivered, expect.anything()]);
    expect([socket.done.length, released.mock.calls.length]).toEqual([1, 1]);
  });

  test("a real end comes after the frames, as it was", async () => {
    const { socket, noted, seen, line, ask } = setUp("stalled");
    ask(Kind.TextReceived, "x");
    socket.readyState = 3;
    ask(Kind.Closed, { code: 4010, reason: "bye", clean: true });
    const ended = line.end();
    await vi.advanceTimersByTimeAsync(10);
    await ended;
    expect(seen).toEqual([
      ["message", 1, "x"],
      ["close", 3, 4010],
    ]);
    expect(noted.at(-1)).toEqual([Kind.Closed, { code: 4010, reason: "bye", clean: true }]);
  });
});

test("a line that is closed by the other side: the real one with 1000", () => {
  const { socket, noted, seen, line } = setUp("closed");
  line.begin(4321, "away");
  expect(noted).toEqual([[Kind.Closed, { code: 4321, reason: "away", clean: true, pretended: true }]]);
  expect([seen, socket.done]).toEqual([[["close", 3, 4321]], [["close", 1000]]]);
});

import { describe, expect, test } from "vitest";
import type { ClientEvent } from "../../../../src/client/events";
import { ClientLog } from "../../../../src/panel/store/replay/client-log";

function planned(time: number, delay: number): ClientEvent {
  const range = { floor: 0, ceiling: 2 * delay, chosen: delay, formula: "a formula" };
  return { type: "reconnecting", time, attempt: 1, delay, why: "it was lost", ...range };
}

function became(
  time: number,
  state: "connecting" | "connected" | "disconnected" | "reconnecting",
): ClientEvent {
  return { type: "state", time, state, previous: "disconnected" };
}

function message(time: number, data: string): ClientEvent {
  return { type: "message", time, data, binary: false, reply: false, ping: false };
}

function log(...events: ClientEvent[]): ClientLog {
  const it = new ClientLog();
  for (const event of events) it.add(event);
  return it;
}

describe("attempts", () => {
  test("have what was planned, and when it began", () => {
    const { list } = log(planned(100, 50), became(153, "connecting")).attempts;
    expect(list).toMatchObject([{ planned: 50, floor: 0, ceiling: 100, actual: 53, outcome: "trying" }]);
  });

  test("are opened, or fail", () => {
    const opened = log(planned(0, 5), became(5, "connecting"), {
      type: "connected",
      time: 9,
      reconnected: true,
    });
    expect(opened.attempts.list[0]?.outcome).toBe("opened");
    const failed = log(planned(0, 5), became(5, "connecting"), {
      type: "reconnect-error",
      time: 9,
      attempt: 1,
      message: "no",
    });
    expect(failed.attempts.list[0]?.outcome).toBe("failed");
  });

  test("are interrupted by a pause and by a disconnect", () => {
    const paused = log(planned(0, 5), { type: "paused", time: 1, why: "offline", closed: false });
    expect(paused.attempts.list[0]).toMatchObject({ outcome: "interrupted", actual: null });
    expect(log(planned(0, 5), became(2, "disconnected")).attempts.list[0]?.outcome).toBe("interrupted");
  });

  test("stay when the log is cleared while one is under way", () => {
    const it = log(planned(0, 5), became(5, "connecting"), planned(7, 5));
    it.clear();
    expect(it.attempts.list).toHaveLength(1);
    expect(it.lines).toEqual([]);
  });
});

describe("lines", () => {
  test("are bounded, and what was dropped is counted", () => {
    const it = new ClientLog();
    for (let time = 0; time < 5000; time++) it.add({ type: "pong", time, rtt: time });
    expect(it.lines).toHaveLength(1000);
    expect(it.lines[0]?.text).toBe("Pong after 4,000 ms");
    expect(it.dropped).toBe(4000);
  });

  test("hold the beginning of a message only", () => {
    expect(log(message(0, "x".repeat(10_000))).lines[0]?.preview).toHaveLength(300);
  });

  test("many messages in a row share the last line; what comes between begins anew", () => {
    const it = new ClientLog();
    for (let time = 0; time < 100; time++) it.add(message(time, `m${time}`));
    expect(it.lines).toHaveLength(20);
    expect(it.lines.at(-1)).toMatchObject({ preview: "m99", more: 80, time: 99 });
    it.add({ type: "pong", time: 100, rtt: 1 });
    it.add(message(101, "next"));
    expect(it.lines.at(-1)).toMatchObject({ preview: "next", more: 0 });
  });

  test("why it stopped is known until it tries again", () => {
    const it = log({ type: "gave-up", time: 0, why: "no more", clean: false });
    expect(it.over).toBe("no more");
    it.add(became(1, "connecting"));
    expect(it.over).toBe("");
  });
});

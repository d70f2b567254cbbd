// @vitest-environment node
import { describe, expect, test } from "vitest";
import { tell } from "./told";

/** Socket 1 is cut after 5 s, 2 falls silent after 5 s until the client closes it with 4000, 3 ends with `STOP`. */
describe("the recording of Recker", () => {
  const told = tell("recker");

  test("actions go out; what comes in is mostly flat, with binary and bare objects among it (K35 to K38)", () => {
    for (const number of [1, 2, 3]) {
      const [sent, received] = told.dialects(number);
      // Whichever there is more of: its actions, or its heartbeat, which is all that is Recker's own.
      expect(["action", "recker"]).toContain(sent);
      expect(received).toBe("flat");
    }
  });

  test("every kind of message by its name and its topics", () => {
    expect(told.said()).toEqual(
      [
        "> heartbeat __heartbeat__",
        "> auth authenticate",
        "> join subscribe [alerts, messages, updates]",
        "> join subscribe [trades]",
        "> leave unsubscribe [trades]",
        "> message demo-announce",
        "> message demo-stop",
        "< auth-result authenticated",
        "< message binary",
        "< message cpu, memory, requests",
        "< message message",
        "< message topic, level, text",
        "< message topic, side, price",
        "< system system",
        "< message STOP",
      ].sort(),
    );
  });

  test("topics are rooms without confirmation, asked for on each socket; trades was left (K38, C04)", () => {
    const on = { state: "unconfirmed", joins: 3, doubled: 0 };
    expect(told.rooms(1)).toEqual({
      alerts: on,
      messages: on,
      updates: on,
      trades: { state: "left", joins: 1, doubled: 0 },
    });
    const all = (socket: number, how: string) =>
      ["alerts", "messages", "updates"].map((room) => `#${socket} ${how} ${room}`);
    expect(told.events(1)).toEqual([
      ...all(1, "joined"),
      "#1 joined trades",
      "#1 left trades",
      ...all(2, "rejoined"),
      ...all(3, "rejoined"),
    ]);
  });

  test("__heartbeat__ is answered by whatever comes, and once by nothing (R-K2)", () => {
    for (const [number, beats, missed] of [
      [1, 3, 0],
      // At 1.5, 3 and 4.5 s, and at 6 s into the silence: closed a second later for its answer did not come.
      [2, 4, 1],
      [3, 1, 0],
    ] as const) {
      const summary = told.beats(number);
      expect(summary).toMatchObject({ direction: "page", beats, missed });
      expect(summary.style).toBe("__heartbeat__, answered by anything");
      expect(summary.interval ?? 1500).toBeGreaterThan(1400);
      expect(summary.interval ?? 1500).toBeLessThan(1600);
    }
    expect(told.beats(2).verdict[0]).toContain('4000 "heartbeat timeout"');
  });

  test("one session; two delays of 500 ms, 20 % more or less, say nothing of a policy (R-K3)", () => {
    expect(told.sessions()).toEqual([[1, 2, 3]]);
    expect(told.reconnects(1).map(([attempt]) => attempt)).toEqual([1, 1]);
    for (const [, delay] of told.reconnects(1)) {
      expect(delay).toBeGreaterThanOrEqual(395);
      expect(delay).toBeLessThan(700);
    }
    expect(told.policy(1)).toBeNull();
  });

  test("nothing is wrong: auth came first, STOP is no broken JSON, the close on purpose is not undone (K49)", () => {
    expect(told.found(1)).toEqual([]);
    for (const mark of ["Invalid", "Reply", "Echo", "Poisonous"] as const)
      expect(told.marked(mark)).toEqual([]);
  });
});

// @vitest-environment node
import { describe, expect, test } from "vitest";
import { tell } from "./told";

/**
 * Socket 1 is cut after 5 s, 2 refused, 3 falls silent after 5 s until the client gives up its "2", 4 is closed for a
 * wrong token, 5 is cut by a button, 6 stays. Each has its own token in the address (R-W1).
 */
describe("the recording of WarpKit", () => {
  const told = tell("warpkit");
  const OPENED = [1, 3, 4, 5, 6];

  test("asymmetric, and WarpKit's both ways (R-W2)", () => {
    for (const number of OPENED) expect(told.dialects(number)).toEqual(["warpkit", "warpkit"]);
  });

  test("every kind of message by its name; rooms stand in joins and leaves only (R-W2, R-W3, W44)", () => {
    expect(told.said()).toEqual(
      [
        "> heartbeat 2",
        "> auth auth",
        "> join room.join [account:a1]",
        "> join room.join [project:p7]",
        "> join room.join [project:p9]",
        "> leave room.leave [project:p7]",
        "> message incident.acknowledge",
        "> message demo.announce",
        "> message demo.cut",
        "< heartbeat 3",
        "< auth-result auth.failed",
        "< message monitor.status-changed",
        "< message incident.created",
        "< message incident.acknowledged",
        "< message incident.resolved",
        "< message user.updated",
        "< message announcement",
        "< system system:deploy",
      ].sort(),
    );
  });

  test("rooms are rejoined before auth and joined once more after it; one that was left comes back (R-W4)", () => {
    expect(told.rooms(1)).toEqual({
      // Once on socket 1, twice on each of the four that followed.
      "account:a1": { state: "unconfirmed", joins: 9, doubled: 4 },
      // Left on 1, named by the handler on 3, remembered and named on 4, 5 and 6.
      "project:p7": { state: "unconfirmed", joins: 8, doubled: 3 },
      // Only remembered: the handler does not name it.
      "project:p9": { state: "unconfirmed", joins: 5, doubled: 0 },
    });
    const again = (socket: number) => [
      `#${socket} rejoined account:a1 early`,
      `#${socket} rejoined project:p9 early`,
      `#${socket} rejoined project:p7 early`,
      `#${socket} doubled account:a1`,
      `#${socket} doubled project:p7`,
    ];
    expect(told.events(1)).toEqual([
      "#1 joined account:a1",
      "#1 joined project:p7",
      "#1 joined project:p9",
      "#1 left project:p7",
      "#3 rejoined account:a1 early",
      "#3 rejoined project:p9 early",
      "#3 doubled account:a1",
      "#3 joined project:p7",
      ...again(4),
      ...again(5),
      ...again(6),
    ]);
    for (const room of ["account:a1", "project:p7", "project:p9"]) expect(told.members(1, room)).toBeNull();
  });

  test("2 goes out and 3 comes in every 1.5 s (W37), until the server says nothing more (R-W12)", () => {
    expect(told.beats(1)).toMatchObject({ beats: 3, missed: 0 });
    // At 1.5, 3 and 4.5 s, and at 6 s into the silence.
    expect(told.beats(3).beats).toBe(4);
    expect(told.beats(3).points.map(({ rtt }) => rtt !== null)).toEqual([true, true, true, false]);
    // That the page itself closed it, having given the answer up, is not in every file.
    expect(told.beats(3).missed).toBe(told.socket(3).closedByPage ? 1 : 0);
    for (const number of [4, 5]) expect(told.beats(number)).toMatchObject({ beats: 1, missed: 0 });
    for (const number of OPENED) {
      const beats = told.beats(number);
      expect(beats).toMatchObject({ style: "digits 2/3, page asks", direction: "page" });
      expect(beats.interval ?? 1500).toBeGreaterThan(1400);
      expect(beats.interval ?? 1500).toBeLessThan(1600);
    }
  });

  test("one session although each address has its own token; at least 400 ms, and chance on top (R-W5)", () => {
    expect(told.sessions()).toEqual([[1, 2, 3, 4, 5, 6]]);
    const reconnects = told.reconnects(1);
    expect(reconnects.map(([attempt]) => attempt)).toEqual([1, 2, 1, 1, 1]);
    for (const [attempt, delay] of reconnects) {
      expect(delay).toBeGreaterThanOrEqual(395);
      expect(delay).toBeLessThan(400 + 400 * attempt + 100);
    }
  });

  test("nothing is a reply or an echo: acknowledged names no frame", () => {
    for (const mark of ["Reply", "Echo"] as const) expect(told.pairs(mark)).toEqual([]);
    expect(told.unanswered()).toEqual([]);
  });

  test("what is wrong: joins before the auth frame (R-W4, W20), double joins, the token in the address", () => {
    // Of five delays with chance in them four may happen to look alike.
    expect(told.found(1, "no-jitter")).toEqual(["double-join", "join-before-auth", "token-in-url"]);
    expect(told.finding(1, "double-join")).toMatchObject({ count: 7, sockets: [3, 4, 5, 6] });
    expect(told.finding(1, "join-before-auth")).toMatchObject({ count: 11, sockets: [3, 4, 5, 6] });
    expect(told.finding(1, "token-in-url")).toMatchObject({
      severity: "warning",
      sockets: [1, 2, 3, 4, 5, 6],
    });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FrameFacts, SessionFacts, SocketFacts } from "../../../src/model/outage/facts";
import { outageReport } from "../../../src/model/outage/report";
import { reportMarkdown } from "../../../src/model/outage/report-markdown";
import { anOutage, aSession, BEGAN, ENDED, failedAt, heard, joined, opened, said } from "./some-facts";

/** Ms that a busy machine may take for it. */
const PATIENCE = 30_000;

function reportOn(session: SessionFacts) {
  const report = outageReport(anOutage([session])).sessions[0];
  if (!report) throw new Error("no session");
  return report;
}

const of = (sockets: SocketFacts[], frames: FrameFacts[] = [], facts: Partial<SessionFacts> = {}) =>
  reportOn(aSession(sockets, frames, facts));

/** Closed at 10.1 s, failed at 11 s and 13 s, back at 21.5 s. */
const BACK = [opened(1, 0, 10_100), failedAt(2, 11_000, 11_200), failedAt(3, 13_000), opened(4, 21_500)];

describe("noticing", () => {
  test("is the first close that the page is told of", () => {
    expect(of(BACK).detected).toBe(100);
  });

  test("is the first attempt where the old socket still seems open", () => {
    expect(of([opened(1, 0), failedAt(2, 12_000)]).detected).toBe(2000);
  });

  test("never happens where a socket just stays open", () => {
    const report = of([opened(1, 0)], [heard(1, 15_000, { withheld: true })]);
    expect(report).toMatchObject({ detected: null, stayed: true, recovered: null, attempts: [] });
    expect(report.verdict).toBe(
      "It shows no sign of having noticed: its socket stayed open and lost 1 frame.",
    );
  });

  test("may come after the end, when a heartbeat is missed", () => {
    const report = of([opened(1, 0, 25_000), opened(2, 26_000)]);
    expect([report.detected, report.recovered]).toEqual([15_000, 6000]);
    expect(report.verdict).toBe(
      "It noticed only 5.0 s after the end and was open again 6.0 s after the end with 1 attempt.",
    );
  });

  test("is not what happens long after the end", () => {
    const report = of([opened(1, 0, 200_000), opened(2, 201_000)]);
    expect(report).toMatchObject({ detected: null, stayed: true, recovered: null, attempts: [] });
  });

  test("is not that the page was left", () => {
    const report = of([{ ...opened(1, 0, 12_000), gone: true }]);
    expect(report).toMatchObject({ detected: null, stayed: false, left: true });
    expect(report.verdict).toBe("It showed no sign of having noticed before its page was left.");
  });

  test("is nothing for who was not connected", () => {
    expect(of([opened(1, 0, 5000), failedAt(2, 12_000)])).toMatchObject({
      connected: false,
      detected: null,
      verdict: "It was not connected when it began and is not open after 1 attempt.",
    });
    expect(of([]).verdict).toBe("It was not connected when it began.");
  });
});

describe("attempts", () => {
  test("have their delays, after the close and after each other, and how they went", () => {
    expect(of(BACK).attempts).toEqual([
      { socket: 2, afterClose: 900, afterAttempt: null, opened: false, code: 1006 },
      { socket: 3, afterClose: 1800, afterAttempt: 2000, opened: false, code: 1006 },
      { socket: 4, afterClose: 8500, afterAttempt: 8500, opened: true, code: null },
    ]);
  });

  test("have no delay after a close that is not known", () => {
    expect(of([opened(1, 0), failedAt(2, 12_000)]).attempts[0]).toMatchObject({ afterClose: null });
  });

  test("end with the one that brought it back", () => {
    expect(of([...BACK, opened(5, 40_000)]).attempts).toHaveLength(3);
  });

  test("are none where the page gave up", () => {
    expect(of([opened(1, 0, 10_000)]).verdict).toBe("It noticed after 0 ms and was not seen to come back.");
  });
});

describe("recovery", () => {
  test("is the first socket that opens after the end", () => {
    expect(of(BACK)).toMatchObject({ recovered: 1500, stayed: false });
    expect(of(BACK).verdict).toBe(
      "It noticed after 100 ms and was open again 1.5 s after the end with 3 attempts.",
    );
  });

  test("may come before the end", () => {
    const report = of([opened(1, 0, 10_100), opened(2, 12_000)]);
    expect(report.recovered).toBe(-8000);
    expect(report.verdict).toContain("was open again 8.0 s before the end with 1 attempt");
  });

  test("does not count where it was lost again before the end", () => {
    expect(of([opened(1, 0, 10_100), opened(2, 12_000, 14_000), opened(3, 22_000)]).recovered).toBe(2000);
  });

  test("does not come", () => {
    expect(of(BACK.slice(0, 3))).toMatchObject({ recovered: null, fates: { buffered: null } });
    expect(of(BACK.slice(0, 3)).verdict).toBe("It noticed after 100 ms and is not open after 2 attempts.");
  });
});

describe("rooms", () => {
  const before = ["a", "b", "c", "d"].map((room) => joined(1, 1000, room));

  test("are joined again, twice, not, or served without a word", () => {
    const { rooms, verdict } = of(BACK, [
      ...before,
      joined(4, 21_600, "a"),
      joined(4, 21_600, "b"),
      joined(4, 21_700, "b"),
      heard(4, 22_000, { rooms: ["c"] }),
    ]);
    expect(rooms).toEqual({
      before: ["a", "b", "c", "d"],
      rejoined: ["a"],
      twice: ["b"],
      served: ["c"],
      missing: ["d"],
    });
    expect(verdict).toContain("did not rejoin 1 of 4 rooms and joined 1 room more than once");
  });

  test("that the page left are not missed, also where it left while offline", () => {
    const leave = (time: number, room: string, facts: Partial<FrameFacts> = {}) =>
      joined(1, time, room, { kind: "leave", ...facts });
    expect(
      of(BACK, [...before, leave(2000, "a"), leave(10_050, "b", { withheld: true })]).rooms.before,
    ).toEqual(["c", "d"]);
  });

  test("that the page left and joined again were not joined twice", () => {
    const frames = [joined(1, 1000, "a"), joined(4, 22_000, "a"), joined(4, 22_001, "a", { kind: "leave" })];
    expect(of(BACK, [...frames, joined(4, 22_002, "a")]).rooms).toMatchObject({ rejoined: ["a"], twice: [] });
  });

  test("are only those that were asked for in earnest", () => {
    const frames = [
      joined(1, 1000, "a", { unsent: true }),
      joined(1, 1000, "b", { injected: true }),
      joined(1, 1000, "c"),
      joined(1, 1001, "c", { sent: false, kind: "join-refused" }),
      joined(1, 1001, "d", { sent: false, kind: "join-confirmed" }),
      joined(1, 11_000, "e"),
    ];
    expect(of(BACK, frames).rooms.before).toEqual(["d"]);
  });

  test("all of them are back", () => {
    expect(of(BACK, [joined(1, 1000, "a"), joined(4, 22_000, "a")]).verdict).toContain(
      "is in its room again.",
    );
  });
});

describe("frames", () => {
  test("are lost, or late, each way; those of the panel don't count", () => {
    const withheld = { withheld: true };
    const { fates } = of(BACK, [
      said(1, 10_050, "x", withheld),
      heard(1, 10_060, withheld),
      heard(1, 10_070, { withheld: true, late: true }),
      said(1, 10_080, "z", { withheld: true, injected: true }),
      said(1, 9000, "before", withheld),
      heard(1, ENDED + 500, withheld),
      heard(1, ENDED + 5000, withheld),
    ]);
    expect(fates).toMatchObject({ lost: { sent: 1, received: 2 }, late: { sent: 0, received: 1 } });
  });

  test("are sent twice, or again after they were lost", () => {
    const { fates, verdict } = of(BACK, [
      said(1, 9000, "x"),
      said(1, 10_050, "y", { withheld: true }),
      said(1, 11_000, "z", { unsent: true }),
      said(4, 21_600, "x"),
      said(4, 21_700, "y"),
      said(4, 21_800, "z"),
      said(4, 21_900, "z"),
    ]);
    expect(fates).toMatchObject({ doubled: 2, resent: 2, refused: 1, reordered: 0 });
    expect(verdict).toContain(
      "lost 1 frame, sent 1 frame on a closed socket, sent 2 frames again that had not gone out and sent 2 frames twice.",
    );
  });

  test("come again in another order", () => {
    const before = ["x", "y", "z"].map((name, index) => said(1, 10_020 + index, name, { withheld: true }));
    const after = ["z", "x", "y"].map((name, index) => said(4, 21_600 + index, name));
    expect(of(BACK, [...before, ...after]).fates).toMatchObject({ resent: 3, reordered: 2 });
  });

  test("are not sent twice where a client says them on each connection", () => {
    const frames = (["auth", "heartbeat", "join"] as const).flatMap((kind) => [
      said(1, 9000, kind, { kind }),
      said(4, 21_600, kind, { kind }),
    ]);
    expect(of(BACK, frames).fates).toMatchObject({ doubled: 0, buffered: 0 });
  });

  test("are not sent twice a minute earlier or later", () => {
    const far = [
      said(1, BEGAN - 61_000, "x"),
      said(4, 22_000, "x"),
      said(1, 9000, "y"),
      said(4, 90_000, "y"),
    ];
    expect(of([opened(1, -100_000, 10_100), opened(4, 21_500)], far).fates.doubled).toBe(0);
  });

  test("that are new in the first second may have been kept", () => {
    const { fates } = of(BACK, [
      said(1, 9000, "x"),
      said(4, 21_600, "x"),
      said(4, 21_700, "y"),
      said(4, 22_600, "z"),
    ]);
    expect(fates).toMatchObject({ buffered: 1, doubled: 1 });
  });

  test("on a socket that stayed are compared from the end on", () => {
    const { fates } = of(
      [opened(1, 0)],
      [said(1, 11_000, "x", { withheld: true, late: true }), said(1, 21_000, "x")],
    );
    expect(fates).toMatchObject({ doubled: 1, buffered: null, late: { sent: 1 } });
  });

  test("without content are told of", () => {
    expect(of(BACK, [said(1, 9000, "x", { digest: null })]).fates.uncompared).toBe(1);
  });
});

describe("what is missing in the capture", () => {
  test("is told, of the sockets that matter", () => {
    const losses = [
      { socket: 4, count: 5, why: "slow" as const },
      { socket: 9, count: 7, why: "slow" as const },
    ];
    const report = of(BACK, [joined(1, 1000, "a"), joined(4, 22_000, "a")], { losses });
    expect(report.gaps).toEqual({ frames: 5, uncounted: false });
    expect(report.verdict).toMatch(
      /with 3 attempts, as far as the capture tells: frames are missing in it\.$/,
    );
  });

  test("is told where nobody knows how much it is", () => {
    const session = aSession(BACK, [], { losses: [{ socket: 1, count: 0, why: "ended" }] });
    const markdown = reportMarkdown(outageReport(anOutage([session])));
    expect(markdown).toContain("An unknown number of frames of its sockets never came to the capture");
  });
});

describe("as Markdown", () => {
  test("has a heading, and a table for each session", () => {
    const one = aSession(BACK, [joined(1, 1000, "a"), joined(4, 22_000, "a")]);
    const other = aSession([opened(7, 0)], [], { label: "wss://other.test/ws" });
    const markdown = reportMarkdown(outageReport(anOutage([one, other])));
    expect(markdown).toContain("# Simulated outage: connections dropped, 10.0 s\n");
    expect(markdown).toContain(
      "It began at 1970-01-01T00:00:10.000Z. The page was told by `offline` and `online` events.",
    );
    expect(markdown.match(/^## .*$/gm)).toEqual(["## wss://app.test/ws", "## wss://other.test/ws"]);
    expect(markdown).toContain(
      "| Attempts | \\#2 (900 ms after a close) failed with 1006; \\#3 (1.8 s after a close, 2.0 s after the attempt before) failed with 1006; \\#4 (8.5 s after a close, 8.5 s after the attempt before) opened |",
    );
    expect(markdown).toContain("| Rooms joined again | a |");
    expect(markdown).toContain("| New content in the first second after | about 0 |");
    expect(markdown).not.toContain("undefined");
  });

  test("says that there was no session", () => {
    const report = outageReport(anOutage([], { kind: "hidden", told: false }));
    expect(report.sessions).toEqual([]);
    expect(reportMarkdown(report)).toContain("# Simulated outage: page hidden, 10.0 s");
    expect(reportMarkdown(report)).toContain("No session was there to be hit by it.");
    expect(reportMarkdown(report)).not.toContain("told");
  });

  test("masks tokens, and lets nobody break out of a cell", () => {
    const url = "wss://me:secret@app.test/ws?token=abc123&v=1";
    const session = aSession(BACK, [joined(1, 1000, "a|b\n# c <img> `x`")], { url, label: url });
    const report = outageReport(anOutage([session]));
    const markdown = reportMarkdown(report);
    expect(JSON.stringify(report) + markdown).not.toMatch(/abc123|secret/);
    expect(markdown).toContain("| Rooms before | a\\|b \\# c \\<img\\> \\`x\\` |");
  });

  test("names 20 rooms, and counts the others", () => {
    const frames = Array.from({ length: 25 }, (_, index) => joined(1, 1000, `room${index}`));
    const markdown = reportMarkdown(outageReport(anOutage([aSession([opened(1, 0)], frames)])));
    expect(markdown).toContain("; room19; and 5 others |");
  });
});

test(
  "of any facts a report can be made, with tables that keep their shape",
  () => {
    const time = fc.integer({ min: 0, max: 30_000 });
    const socket = fc.record({
      number: fc.integer({ min: 1, max: 4 }),
      createdAt: time,
      openedAt: fc.option(time, { nil: undefined }),
      closedAt: fc.option(time, { nil: undefined }),
      code: fc.option(fc.integer({ min: 1000, max: 4999 }), { nil: undefined }),
      pretended: fc.boolean(),
      failed: fc.boolean(),
      gone: fc.boolean(),
    });
    const frame = fc.record({
      socket: fc.integer({ min: 1, max: 4 }),
      time,
      sent: fc.boolean(),
      injected: fc.boolean(),
      withheld: fc.boolean(),
      late: fc.boolean(),
      unsent: fc.boolean(),
      digest: fc.option(fc.constantFrom("x", "y")),
      name: fc.string(),
      rooms: fc.array(fc.string({ unit: "binary", maxLength: 10 }), { maxLength: 2 }),
      kind: fc.constantFrom("message" as const, "join" as const, "leave" as const, "heartbeat" as const),
    });
    const session = fc.record({
      label: fc.string({ unit: "binary" }),
      url: fc.string({ unit: "binary" }),
      sockets: fc.array(socket, { maxLength: 4 }),
      frames: fc.array(frame, { maxLength: 20 }),
      losses: fc.array(
        fc.record({
          socket: fc.integer({ min: 1, max: 4 }),
          count: fc.nat(),
          why: fc.constant("slow" as const),
        }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(fc.array(session, { maxLength: 2 }), (sessions) => {
        const report = outageReport(anOutage(sessions));
        for (const { detected, attempts, verdict, rooms } of report.sessions) {
          expect(detected === null || detected >= 0).toBe(true);
          for (const { afterClose } of attempts) expect(afterClose === null || afterClose >= 0).toBe(true);
          expect(verdict).toMatch(/^It .*[^.]\.$/);
          const { rejoined, twice, served, missing } = rooms;
          const after = rejoined.length + twice.length + served.length + missing.length;
          expect([0, rooms.before.length]).toContain(after);
        }
        for (const line of reportMarkdown(report).split("\n")) {
          if (line.startsWith("|")) expect(line.replace(/\\./g, "").split("|")).toHaveLength(4);
        }
      }),
    );
  },
  PATIENCE,
);

import { describe, expect, test } from "vitest";
import { Heartbeat } from "../../../src/model/heartbeat/heartbeat";
import type { HeartbeatSummary } from "../../../src/model/heartbeat/summary";
import type { Socket } from "../../../src/model/socket";
import { aSocket } from "../../support/a-socket";
import { aSaid, type SaidFacts } from "../../support/said";

const open = aSocket({ openedAt: 0 });

function beat(time: number, how: "ask" | "answer" | "sign" | "ask-any", facts: SaidFacts = {}): SaidFacts {
  const text = `{"type":"${how === "answer" ? "pong" : "ping"}"}`;
  const name = how === "answer" ? "pong" : "ping";
  return {
    time,
    text,
    size: text.length,
    ...facts,
    envelope: { kind: "heartbeat", name, beat: how, ...facts.envelope },
  };
}

function summary(frames: SaidFacts[], socket: Socket = open, now = 0): HeartbeatSummary {
  const heartbeat = new Heartbeat();
  frames.forEach((facts, row) => {
    heartbeat.frame(aSaid({ row, socket, ...facts }));
  });
  return heartbeat.summary(socket, now);
}

/** The page asks every so often, and is answered after so long. */
function asked(count: number, interval: number, rtt: number | null, facts: SaidFacts = {}): SaidFacts[] {
  return Array.from({ length: count }, (_, index) => {
    const time = index * interval;
    const ask = beat(time, "ask", { ...facts, sent: true });
    return rtt === null ? [ask] : [ask, beat(time + rtt, "answer", facts)];
  }).flat();
}

const served = (...times: number[]) => times.map((time) => beat(time, "sign"));

describe("the figures", () => {
  test("of a page that asks every 25 s and is answered within 40 ms (W07)", () => {
    const figures = summary(asked(5, 25_000, 40), open, 100_100);
    expect(figures).toMatchObject({
      style: "JSON ping/pong",
      direction: "page",
      interval: 25_000,
      jitter: 0,
      drift: null,
      rtt: { median: 40, p95: 40, max: 40 },
      gaps: null,
      beats: 5,
      missed: 0,
      late: 0,
      frames: 10,
      bytes: 150,
    });
    expect(figures.points[1]).toEqual({
      time: 25_000,
      row: 2,
      rtt: 40,
      gap: 25_000,
      missed: false,
      late: false,
    });
    expect(figures.verdict).toEqual(["Regular: every 25.0 s, answered within 40 ms."]);
  });

  test("of a server that beats: gaps, no round trips", () => {
    const figures = summary(served(0, 3_000, 6_000, 9_100), open, 9_200);
    expect(figures).toMatchObject({ direction: "server", interval: 3_000, jitter: 100, rtt: null });
    expect(figures.gaps).toEqual({ median: 3_000, p95: 3_100, max: 3_100 });
    expect(figures.verdict).toEqual(["Regular: every 3.0 s."]);
  });

  test("an interval that grows by 10 ms a beat drifts by 10 ms", () => {
    const times = [0, 1_000, 2_010, 3_030, 4_060, 5_100, 6_150, 7_210, 8_280];
    expect(summary(served(...times), open, 8_300).drift).toBeCloseTo(10);
    expect(summary(served(...times.slice(0, 8)), open, 8_300).drift).toBeNull();
  });

  test("one beat is too few for an interval", () => {
    const figures = summary(asked(1, 0, 30), open, 100);
    expect(figures).toMatchObject({ interval: null, jitter: null, beats: 1 });
    expect(figures.verdict).toEqual(["One beat so far, answered within 30 ms: too few to tell how often."]);
  });

  test("a clock that is put back gives no negative figures", () => {
    const figures = summary(
      [
        beat(9_000, "ask", { sent: true }),
        beat(100, "answer"),
        beat(200, "ask", { sent: true }),
        beat(300, "answer"),
      ],
      open,
      50,
    );
    expect(figures).toMatchObject({ interval: null, missed: 0, rtt: { median: 100 } });
    expect(figures.points.map(({ gap, rtt }) => [gap, rtt])).toEqual([
      [null, null],
      [null, 100],
    ]);
  });

  test("keep the newest 2,000 points and count all", () => {
    const figures = summary(asked(9_000, 1_000, null), open, 9_000_000);
    expect(figures.points.length).toBe(2_000);
    expect(figures.points[1_999]?.time).toBe(8_999_000);
    expect(figures).toMatchObject({ beats: 9_000, missed: 8_999, frames: 9_000 });
  });
});

test("late beats are counted beyond the points that are kept", () => {
  const times: number[] = [];
  for (let beats = 0, time = 0; beats < 9_000; beats++) {
    time += beats === 100 || beats === 8_900 ? 5_000 : 1_000;
    times.push(time);
  }
  const figures = summary(served(...times), open, 9_000_000);
  expect(figures.late).toBe(2);
  expect(figures.points.filter(({ late }) => late).length).toBe(1);
});

describe("the style", () => {
  const style = (facts: SaidFacts, how: "ask" | "sign" | "ask-any" = "ask") =>
    summary([beat(0, how, facts)]).style;

  test("digits are told apart by direction (C05, requirement 3)", () => {
    expect(style({ sent: true, dialect: "warpkit", text: "2" })).toBe("digits 2/3, page asks");
    expect(style({ sent: false, dialect: "socket.io", text: "2" })).toBe("Engine.IO 2/3, server asks");
  });

  test("is the protocol's own word", () => {
    expect(style({ sent: true, dialect: "phoenix" })).toBe("Phoenix heartbeat");
    expect(style({ sent: false, dialect: "graphql-ws" })).toBe("graphql-ws ping/pong, server asks");
    expect(style({ sent: true, dialect: "mqtt", text: null })).toBe("MQTT PINGREQ/PINGRESP");
    expect(style({ dialect: "signalr" }, "sign")).toBe("SignalR type 6");
    expect(style({ dialect: "stomp", text: "\n" }, "sign")).toBe("STOMP newline");
    expect(style({ dialect: "action-cable" }, "sign")).toBe("Action Cable ping");
  });

  test("or what the frame is called (R-W3, R-W18, R-K2)", () => {
    expect(style({ sent: true, envelope: { name: "heartbeat" } }, "sign")).toBe("JSON heartbeat");
    expect(style({ sent: true, text: "PING" })).toBe("text ping/pong");
    const recker: SaidFacts = {
      sent: true,
      dialect: "recker",
      text: "__heartbeat__",
      envelope: { name: "__heartbeat__" },
    };
    expect(style(recker, "ask-any")).toBe("__heartbeat__, answered by anything");
  });
});

describe("an answer", () => {
  test("to __heartbeat__ is whatever comes next (R-K2, requirement 4)", () => {
    const figures = summary([beat(0, "ask-any", { sent: true }), { time: 70, envelope: null }, { time: 90 }]);
    expect(figures).toMatchObject({ rtt: { median: 70 }, frames: 1, missed: 0 });
  });

  test("to another beat is only what answers it, and comes from the other side", () => {
    const figures = summary([beat(0, "ask", { sent: true }), { time: 5 }, beat(9, "answer", { sent: true })]);
    expect(figures.rtt).toBeNull();
  });

  test("that is late by a beat is not taken for the next one's where ids tell (Phoenix)", () => {
    const ask = (time: number, id: string) => beat(time, "ask", { sent: true, envelope: { id } });
    const answer = (time: number, answers: string) => beat(time, "answer", { envelope: { answers } });
    const figures = summary([ask(0, "1"), ask(1_000, "2"), answer(1_010, "1"), answer(1_500, "2")]);
    expect(figures).toMatchObject({ rtt: { median: 500 }, missed: 1 });
  });

  test("of the page to a server that asks is not timed: nobody waits for it here", () => {
    const figures = summary([beat(0, "ask"), beat(1, "answer", { sent: true })]);
    expect(figures).toMatchObject({ direction: "server", rtt: null, missed: 0, beats: 1, frames: 2 });
  });

  test("alone: the capture began later", () => {
    const figures = summary([beat(0, "answer")]);
    expect(figures).toMatchObject({ style: "JSON ping/pong", beats: 0, frames: 1 });
    expect(figures.verdict[0]).toMatch(/no beat that asks/);
  });
});

describe("a beat", () => {
  test("is missed when the next one comes first", () => {
    const figures = summary([
      ...asked(3, 1_000, 10),
      beat(3_000, "ask", { sent: true }),
      beat(4_000, "ask", { sent: true }),
    ]);
    expect(figures).toMatchObject({ beats: 5, missed: 1 });
    expect(figures.points.map(({ missed }) => missed)).toEqual([false, false, false, true, false]);
  });

  test("is missed where the page closes by itself after a wait much longer than usual (W38, R-W12)", () => {
    const given = (closedAt: number, closedByPage?: true) => {
      const socket = aSocket({ openedAt: 0, closedAt, state: "closed", code: 1005, closedByPage });
      return summary([...asked(3, 1500, 4), beat(4500, "ask", { sent: true })], socket).missed;
    };
    expect(given(5500, true)).toBe(1);
    expect(given(4600, true)).toBe(0);
    expect(given(5500)).toBe(0);
  });

  test("is missed when the socket closes after it waited long enough, whoever looks how often (W08, W38)", () => {
    const closed = (closedAt: number) => aSocket({ openedAt: 0, closedAt, state: "closed", code: 1005 });
    expect(summary(asked(1, 0, null), closed(1_900)).missed).toBe(0);
    expect(summary(asked(1, 0, null), closed(5_000)).missed).toBe(1);
    const heartbeat = new Heartbeat();
    heartbeat.frame(aSaid(beat(0, "ask", { sent: true })));
    heartbeat.summary(closed(5_000), 0);
    expect(heartbeat.summary(closed(5_000), 0).missed).toBe(1);
  });

  test("is not missed while the socket is open, but the wait is told", () => {
    const figures = summary(asked(1, 0, null), open, 12_000);
    expect(figures.missed).toBe(0);
    expect(figures.verdict[0]).toBe("The newest beat has been without an answer for 12.0 s.");
  });

  test("that went nowhere is none", () => {
    expect(summary([beat(0, "ask", { sent: true, unsent: true })]).beats).toBe(0);
  });

  test("is late after more than 1.5 times the usual interval", () => {
    const figures = summary(served(0, 1_000, 2_000, 3_000, 4_500, 6_001), open, 6_100);
    expect(figures.late).toBe(1);
    expect(figures.points.map(({ late }) => late)).toEqual([false, false, false, false, false, true]);
    expect(figures.verdict[0]).toMatch(/^1 beat came late/);
  });
});

test("both sides: the figures are of the one whose beats are answered", () => {
  const figures = summary([...asked(3, 1_000, 20), ...served(2_100, 2_200)], open, 2_300);
  expect(figures).toMatchObject({ direction: "both", interval: 1_000, beats: 3, frames: 8 });
});

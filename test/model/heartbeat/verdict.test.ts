import { describe, expect, test } from "vitest";
import { Heartbeat } from "../../../src/model/heartbeat/heartbeat";
import type { Socket } from "../../../src/model/socket";
import { aSocket } from "../../support/a-socket";
import { aSaid } from "../../support/said";

/** The page asks at these times, and is answered after 20 ms if at all. */
function verdict(socket: Socket, asks: number[], answered: boolean, now: number): readonly string[] {
  const heartbeat = new Heartbeat();
  for (const time of asks) {
    heartbeat.frame(aSaid({ time, sent: true, envelope: { kind: "heartbeat", beat: "ask" } }));
    if (answered)
      heartbeat.frame(aSaid({ time: time + 20, envelope: { kind: "heartbeat", beat: "answer" } }));
  }
  return heartbeat.summary(socket, now).verdict;
}

const open = aSocket({ openedAt: 0 });
const closed = (closedAt: number, code: number, reason = "") =>
  aSocket({ openedAt: 0, closedAt, code, reason, state: "closed" });

describe("no heartbeat", () => {
  test("is told with how long there was none, and that control frames are invisible (U23, K32)", () => {
    const [sentence] = verdict(open, [], false, 303_000);
    expect(sentence).toMatch(/^No heartbeat seen in 5 min 3 s\./);
    expect(sentence).toMatch(/RFC 6455.*invisible to any script/);
  });

  test("is no wonder where the socket never opened, or can't have one", () => {
    expect(verdict(aSocket({ state: "closed", closedAt: 9, code: 1006 }), [], false, 0)[0]).toMatch(
      /never opened/,
    );
    expect(verdict(aSocket({ transport: "EventSource" }), [], false, 0)[0]).toMatch(/EventSource/);
    expect(verdict(aSocket({ unseen: true }), [], false, 0)[0]).toMatch(/Only the handshake/);
  });
});

describe("the idle limits of proxies (W40)", () => {
  test.each([
    [25_000, /^Regular/],
    [59_000, /^Regular/],
    [60_000, /^Every 60\.0 s is not below .* AWS ALB and NGINX proxy_read_timeout \(60 s\):/],
    [70_000, /^Every 70\.0 s is not below .* AWS ALB and NGINX proxy_read_timeout \(60 s\):/],
    [100_000, /^Every 100\.0 s .* NGINX proxy_read_timeout \(60 s\) and Cloudflare \(100 s\):/],
  ])("every %d ms", (interval, sentence) => {
    const asks = [0, interval, 2 * interval, 3 * interval];
    expect(verdict(open, asks, true, 3 * interval + 100)[0]).toMatch(sentence);
  });
});

test("two beats are no rhythm, and no interval to warn of", () => {
  expect(verdict(open, [0, 300_000], true, 300_100)).toEqual([
    "2 beats so far, 5 min apart, answered within 20 ms: too few to tell how regular.",
  ]);
});

describe("beats without answers", () => {
  test("none (R-P1: a silent server is never noticed)", () => {
    const sentences = verdict(open, [0, 30_000, 60_000, 90_000], false, 90_100);
    expect(sentences[0]).toBe("None of 4 beats was answered.");
    expect(sentences.join()).not.toMatch(/Regular/);
  });

  test("may have been among frames that were not captured", () => {
    const sentences = verdict(aSocket({ openedAt: 0, lost: 7 }), [0, 1_000, 2_000], false, 2_100);
    expect(sentences.at(-1)).toMatch(/^7 frames .* not captured/);
  });

  test("stopped altogether", () => {
    expect(verdict(open, [0, 1_000, 2_000, 3_000], true, 63_000)[0]).toBe(
      "No beat for 60.0 s, although they came every 1.0 s.",
    );
  });
});

describe("dead air", () => {
  test("before an abnormal close", () => {
    expect(verdict(closed(65_020, 1006), [0, 25_000], true, 0)[0]).toBe(
      "Dead air: nothing was received in the last 40.0 s before it closed with 1006.",
    );
    expect(verdict(closed(26_000, 1006), [0, 25_000], true, 0).join()).not.toMatch(/Dead air/);
  });

  test("4000 heartbeat timeout is Recker's (R-K2)", () => {
    const sentences = verdict(closed(40_160, 4000, "heartbeat timeout"), [30_000], false, 0);
    expect(sentences[0]).toBe('Closed with 4000 "heartbeat timeout": somebody missed a sign of life.');
    expect(sentences[1]).toMatch(/^Dead air: nothing was received in the last 40\.2 s/);
    expect(sentences[2]).toBe("None of 1 beat was answered.");
  });

  test.each(["No pong received", "Inactivity timeout"])(
    "1000 %s looks clean and is not (R-U5, requirement 5)",
    (reason) => {
      expect(verdict(closed(1_000, 1000, reason), [], false, 0)[0]).toMatch(
        /sign of life, although code 1000/,
      );
    },
  );

  test("an ordinary close is none", () => {
    expect(verdict(closed(90_000, 1000, "bye"), [0, 25_000, 50_000], true, 0)).toEqual([
      "Regular: every 25.0 s, answered within 20 ms.",
    ]);
    expect(verdict(closed(90_000, 1005), [0], true, 0).join()).not.toMatch(/Dead air/);
  });
});

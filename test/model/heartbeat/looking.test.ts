import { expect, test } from "vitest";
import { Heartbeat } from "../../../src/model/heartbeat/heartbeat";
import { aSocket } from "../../support/a-socket";
import { aSaid } from "../../support/said";

test("looking changes nothing: an answer may still be read after the close is known", () => {
  const closed = aSocket({ openedAt: 0, closedAt: 60_000, state: "closed", code: 1006 });
  const heartbeat = new Heartbeat();
  const beat = (how: "ask" | "answer") => ({ kind: "heartbeat" as const, beat: how });
  heartbeat.frame(aSaid({ socket: closed, sent: true, envelope: beat("ask") }));
  for (let look = 0; look < 3; look++) {
    const { missed, points } = heartbeat.summary(closed, 70_000);
    expect([missed, points[0]?.missed]).toEqual([1, true]);
  }
  heartbeat.frame(aSaid({ row: 1, time: 40, socket: closed, envelope: beat("answer") }));
  const { missed, points } = heartbeat.summary(closed, 70_000);
  expect([missed, points[0]?.missed, points[0]?.rtt]).toEqual([0, false, 40]);
});

import { expect, test } from "vitest";
import { RowFlag } from "../../../src/model/capture";
import { factsOf } from "../../../src/model/outage/facts-of";
import { outageReport } from "../../../src/model/outage/report";
import { Spoken } from "../../support/spoken";

const join = '>{"type":"join","room":"lobby"}' as const;

/** Speaks, is dropped, and comes back; returns the report's facts. */
function aDrop() {
  const spoken = new Spoken();
  const { capture } = spoken;
  const first = spoken.socket({ url: "wss://app.test/ws?token=1" });
  spoken.say(first, join, '>{"type":"message","text":"hello there"}');
  const began = spoken.clock + 5;
  const lost = { time: began + 1, socket: first, size: 2, payload: "{}" };
  capture.append({ ...lost, flags: RowFlag.Withheld });
  capture.append({ ...lost, flags: RowFlag.Withheld | RowFlag.Sent | RowFlag.Injected });
  first.state = "closed";
  first.closedAt = began + 10;
  first.code = 1006;
  first.pretended = true;
  spoken.clock += 3000;
  const ended = spoken.clock;
  spoken.clock += 500;
  const second = spoken.socket({ url: "wss://app.test/ws?token=2" });
  spoken.say(second, join, '>{"type":"message","text":"hello there"}', Uint8Array.of(1));
  capture.append({
    time: spoken.clock,
    socket: second,
    flags: RowFlag.Loss,
    size: 0,
    payload: { count: 3, why: "slow" },
  });
  const imported = spoken.socket({ imported: { id: 1, file: "a.har" }, url: "wss://app.test/other" });
  spoken.say(imported, ">x");
  const gone = spoken.socket({ url: "wss://gone.test/", state: "closed", closedAt: began - 1 });
  spoken.say(gone, ">x");
  spoken.read();
  const outage = { began, ended, kind: "dropped" as const, told: false };
  return { outage, facts: factsOf(capture, spoken.understanding, capture.sockets, outage) };
}

test("a capture tells the facts of sessions that lived in the outage, as the page saw them", () => {
  const { facts, outage } = aDrop();
  expect(facts).toMatchObject(outage);
  expect(facts.sessions).toHaveLength(1);
  const [session] = facts.sessions;
  expect(session).toMatchObject({
    label: "wss://app.test/ws",
    sockets: [
      { number: 1, code: 1006, pretended: true },
      { number: 2, pretended: false },
    ],
    losses: [{ socket: 2, count: 3, why: "slow" }],
  });
  expect(
    session?.frames.map(({ kind, sent, withheld, injected }) => [kind, sent, withheld, injected]),
  ).toEqual([
    ["join", true, false, false],
    ["message", true, false, false],
    [expect.any(String), false, true, false],
    [expect.any(String), true, true, true],
    ["join", true, false, false],
    ["message", true, false, false],
    [expect.any(String), false, false, false],
  ]);
});

test("a report can be made of them", () => {
  const [session] = outageReport(aDrop().facts).sessions;
  expect(session).toMatchObject({
    connected: true,
    detected: 10,
    recovered: 500,
    attempts: [{ socket: 2, opened: true }],
    rooms: { before: ["lobby"], rejoined: ["lobby"] },
    fates: { lost: { sent: 0, received: 1 }, doubled: 1 },
    gaps: { frames: 3 },
  });
});

test("old frames are kept only where they tell of rooms, and bytes are compared too", () => {
  const spoken = new Spoken();
  const socket = spoken.socket();
  spoken.say(socket, join, '>{"type":"message","text":"old"}');
  spoken.clock += 120_000;
  const began = spoken.clock;
  const flags = RowFlag.Sent | RowFlag.Binary;
  for (const payload of [Uint8Array.of(1), Uint8Array.of(1), Uint8Array.of(2), null]) {
    spoken.capture.append({ time: began + 1, socket, flags, size: 1, payload });
  }
  spoken.read();
  const outage = { began, ended: began + 10, kind: "stalled" as const, told: false };
  const { frames } = factsOf(spoken.capture, spoken.understanding, [socket], outage).sessions[0] ?? {
    frames: [],
  };
  expect(frames).toHaveLength(5);
  const [old, one, same, other, none] = frames.map(({ digest }) => digest);
  expect([old, none]).toEqual([null, null]);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
});

test("the replay client's sessions are told of too, and what it sends is its own", () => {
  const spoken = new Spoken();
  const { capture } = spoken;
  const socket = spoken.socket({ replay: "extension", url: "wss://app.test/ws" });
  const time = spoken.clock;
  const flags = RowFlag.Sent | RowFlag.Injected;
  capture.append({ time, socket, flags, size: 2, payload: "hi" });
  spoken.read();
  const outage = { began: time + 1, ended: time + 2, kind: "dropped" as const, told: true };
  const { sessions } = factsOf(capture, spoken.understanding, capture.sockets, outage);
  expect(sessions).toMatchObject([
    { label: "wss://app.test/ws (replay client)", frames: [{ sent: true, injected: false }] },
  ]);
});

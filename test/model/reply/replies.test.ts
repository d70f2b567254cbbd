import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Mark } from "../../../src/model/meaning/mark";
import { type Pairing, Replies } from "../../../src/model/reply/replies";
import { anySaids, anySockets } from "../../support/any-said";
import { aSaid, type SaidFacts } from "../../support/said";

function pair(...frames: SaidFacts[]): Pairing[] {
  const replies = new Replies();
  return frames.map((facts, row) => ({ ...replies.frame(aSaid({ row, time: row * 100, ...facts })) }));
}

const NOTHING = { marks: 0, partner: -1, answered: -1, latency: -1 };
const ask = (id: string, facts: SaidFacts = {}): SaidFacts => ({
  sent: true,
  envelope: { id, asks: true },
  ...facts,
});
const answer = (answers: string, facts: SaidFacts = {}): SaidFacts => ({
  envelope: { kind: "ack", answers },
  ...facts,
});

describe("a reply", () => {
  test("belongs to the request of the other side that it names (R-P10: Phoenix, by ref)", () => {
    expect(pair(ask("1"), ask("2"), answer("1"), answer("2"))).toEqual([
      { ...NOTHING, marks: Mark.Request },
      { ...NOTHING, marks: Mark.Request },
      { marks: Mark.Reply, partner: 0, answered: 0, latency: 200 },
      { marks: Mark.Reply, partner: 1, answered: 1, latency: 200 },
    ]);
  });

  test("of the same side, to nobody, or to what never went out is none", () => {
    expect(pair(ask("1"), answer("1", { sent: true }))[1]).toEqual(NOTHING);
    expect(pair(answer("1"))).toEqual([NOTHING]);
    expect(pair(ask("1", { unsent: true }), answer("1"))).toEqual([NOTHING, NOTHING]);
  });

  test("may be one of many: a subscription is answered once, and all belong to it", () => {
    const [, , second] = pair(ask("1"), answer("1"), answer("1"));
    expect(second).toEqual({ marks: Mark.Reply, partner: 0, answered: -1, latency: 200 });
  });

  test("goes to the newer request where an id is used again", () => {
    const [, , , reply] = pair(ask("1"), answer("1"), ask("1"), answer("1"));
    expect(reply).toMatchObject({ partner: 2, answered: 2, latency: 100 });
  });

  test("has no partner where two are open under its id; both count as answered in the end", () => {
    const [, , one, two] = pair(ask("1"), ask("1"), answer("1"), answer("1"));
    expect(one).toEqual({ marks: Mark.Reply, partner: -1, answered: 0, latency: -1 });
    expect(two).toEqual({ marks: Mark.Reply, partner: -1, answered: 1, latency: -1 });
  });

  test("never came before it was asked for: a clock put back gives no negative latency", () => {
    expect(pair(ask("1", { time: 9_000 }), answer("1", { time: 10 }))[1]?.latency).toBe(0);
  });

  test("to one of 20,000 open requests is found if it is among the newest 10,000", () => {
    const replies = new Replies();
    for (let row = 0; row < 20_000; row++) replies.frame(aSaid({ row, ...ask(`${row}`) }));
    expect(replies.frame(aSaid(answer("9999"))).marks).toBe(0);
    expect(replies.frame(aSaid(answer("10000"))).partner).toBe(10_000);
  });
});

test("300,000 requests that nobody answers don't slow it down", () => {
  const replies = new Replies();
  const start = performance.now();
  for (let row = 0; row < 300_000; row++) replies.frame(aSaid({ row, ...ask(`${row}`) }));
  expect(performance.now() - start).toBeLessThan(3_000);
});

describe("an echo (P39)", () => {
  const uuid = "3f2a9c1e-0000-4000-8000-000000000001";
  const chat = (payload: object, facts: SaidFacts = {}): SaidFacts => ({
    envelope: { name: "chat:message", payload },
    ...facts,
  });

  test("carries the id that the page gave its message (P37), whatever the server added", () => {
    const [, echo] = pair(
      chat({ id: uuid, text: "hi", timestamp: 1 }, { sent: true }),
      chat({ id: uuid, text: "hi", timestamp: 2, userName: "Ann" }),
    );
    expect(echo).toEqual({ marks: Mark.Echo, partner: 0, answered: -1, latency: 100 });
  });

  test("comes once, and within a minute", () => {
    const sent = chat({ id: uuid }, { sent: true, time: 0 });
    expect(pair(sent, chat({ id: uuid }, { time: 1 }), chat({ id: uuid }, { time: 2 }))[2]).toEqual(NOTHING);
    expect(pair(sent, chat({ id: uuid }, { time: 60_001 }))[1]).toEqual(NOTHING);
  });

  test("is not what somebody else says of the same thing", () => {
    expect(
      pair(chat({ id: "1", text: "mine" }, { sent: true }), chat({ id: "1", text: "yours" }))[1],
    ).toEqual(NOTHING);
    expect(pair(chat({ id: "1" }, { sent: true }), chat({ id: "1", text: "yours" }))[1]).toEqual(NOTHING);
    const twice = chat({ id: uuid, at: 1 }, { sent: true });
    expect(pair(twice, twice, chat({ id: uuid }))[2]).toEqual(NOTHING);
    const from = (sender: string, sent: boolean) => ({ sent, envelope: { sender, payload: { id: uuid } } });
    expect(pair(from("ann", true), from("bob", false))[1]).toEqual(NOTHING);
  });

  test("may be the same text, within ten seconds: each frame sent comes back once", () => {
    const text = '{"type":"message","text":"hello"}';
    const sent = { sent: true, text, time: 0 };
    const marks = pair(sent, sent, { text, time: 1 }, { text, time: 2 }, { text, time: 3 }).map(
      ({ partner }) => partner,
    );
    expect(marks).toEqual([-1, -1, 0, 1, -1]);
    expect(pair(sent, { text, time: 10_001 })[1]).toEqual(NOTHING);
  });

  test("is never a heartbeat, and never a short text", () => {
    const ping = { text: '{"type":"ping"}', envelope: { kind: "heartbeat" as const } };
    expect(pair({ sent: true, ...ping }, ping)[1]).toEqual(NOTHING);
    expect(pair({ sent: true, text: "hello" }, { text: "hello" })[1]).toEqual(NOTHING);
  });
});

test("whatever is said, partners are earlier frames of the other side, and nothing is answered twice", () => {
  const frames = anySockets(1).chain((sockets) => anySaids(sockets));
  fc.assert(
    fc.property(frames, (saids) => {
      const replies = new Replies();
      const echoed = new Set<number>();
      const answered = new Set<number>();
      saids.forEach((said, row) => {
        const pairing = replies.frame({ ...said, row });
        expect(pairing.partner).toBeLessThan(row);
        if (pairing.partner >= 0) {
          expect(saids[pairing.partner]?.sent).toBe(!said.sent);
          expect(saids[pairing.partner]?.unsent).toBe(false);
        }
        expect(pairing.latency >= -1).toBe(true);
        if (pairing.marks & Mark.Echo) {
          expect(echoed.has(pairing.partner)).toBe(false);
          echoed.add(pairing.partner);
        }
        if (pairing.answered < 0) return;
        expect(answered.has(pairing.answered)).toBe(false);
        answered.add(pairing.answered);
      });
    }),
    { numRuns: 300 },
  );
});

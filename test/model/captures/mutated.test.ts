// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RowFlag } from "../../../src/model/capture";
import { explain } from "../../../src/model/meaning/explain";
import { Mark } from "../../../src/model/meaning/mark";
import { chosen, lost, mutated, type Recording, recording, recordings, together } from "./mutated";
import { Told } from "./told";

const RUNS = { numRuns: 300 };
const understood = (one: Pick<Recording, "sockets" | "rows">) => new Told(together(one));
const known = new Map(recordings.map((one) => [one.name, understood(one)]));
const original = ({ name }: Recording) => known.get(name) as Told;
const firsts = (told: Told) => told.sessions().map(([first]) => first ?? 1);

/** What must be so of anything that is understood. */
function sound(told: Told): void {
  const { capture, understanding } = told;
  const { meanings } = understanding;
  for (const row of told.rows()) {
    explain(capture, meanings, row);
    const partner = meanings.partner(row);
    if (partner < 0) continue;
    expect(partner).toBeLessThan(row);
    expect(capture.socket(partner)).toBe(capture.socket(row));
    expect(capture.flags(partner) & RowFlag.Sent).not.toBe(capture.flags(row) & RowFlag.Sent);
  }
  for (const first of firsts(told)) {
    const numbers = told.session(first).sockets.map(({ number }) => number);
    for (const { joins, doubled } of Object.values(told.rooms(first))) {
      expect(doubled).toBeLessThanOrEqual(Math.max(0, joins - 1));
    }
    for (const event of told.events(first)) expect(numbers).toContain(Number(/\d+/.exec(event)?.[0]));
    for (const { rows, count, sockets, title } of told.findings(first)) {
      expect(numbers).toEqual(expect.arrayContaining([...sockets]));
      expect(count).toBeGreaterThanOrEqual(rows.length);
      for (const row of rows) expect(sockets).toContain(capture.socket(row).number);
      expect(title).not.toMatch(/NaN|undefined|null/);
    }
    for (const row of told.finding(first, "unanswered")?.rows ?? []) {
      expect(meanings.marks(row) & (Mark.Request | Mark.Answered)).toBe(Mark.Request);
    }
  }
  for (const { number } of capture.sockets) {
    const { beats, missed, late, interval, jitter, points, rtt, verdict } = told.beats(number);
    expect(missed).toBeLessThanOrEqual(beats);
    expect(late).toBeLessThanOrEqual(beats);
    for (const ms of [interval, jitter, rtt?.median, rtt?.max]) expect(ms ?? 0).toBeGreaterThanOrEqual(0);
    for (const point of points) {
      expect(point.rtt ?? 0).toBeGreaterThanOrEqual(0);
      expect(point.gap ?? 0).toBeGreaterThanOrEqual(0);
      expect(point.missed && point.rtt !== null).toBe(false);
    }
    expect(verdict.length).toBeGreaterThan(0);
    expect(verdict.join()).not.toMatch(/NaN|undefined|null/);
  }
}

describe("a capture that was tampered with", () => {
  test("each as it was recorded", () => {
    for (const one of recordings) sound(original(one));
  });

  test("frames dropped, doubled, cut, swapped, turned round, put back in time, glued together", () => {
    fc.assert(
      fc.property(mutated, (one) => sound(understood(one))),
      RUNS,
    );
  });

  test("frames that never came make no double join, no reply and no echo", () => {
    fc.assert(
      fc.property(chosen, ([one, drop]) => {
        const told = understood({ ...one, rows: one.rows.filter((_, index) => !drop.has(index)) });
        const before = original(one);
        for (const first of firsts(told)) {
          const rooms = before.rooms(first);
          for (const [name, { joins, doubled }] of Object.entries(told.rooms(first))) {
            expect(doubled).toBeLessThanOrEqual(rooms[name]?.doubled ?? 0);
            expect(joins).toBeLessThanOrEqual(rooms[name]?.joins ?? 0);
          }
        }
        expect(told.pairs("Reply").length).toBeLessThanOrEqual(before.pairs("Reply").length);
        expect(told.pairs("Echo").length).toBeLessThanOrEqual(before.pairs("Echo").length);
      }),
      RUNS,
    );
  });

  test("where the panel knows that frames are missing, nothing is claimed that they might contradict", () => {
    fc.assert(
      fc.property(chosen, ([one, drop]) => {
        const told = understood({
          ...one,
          rows: one.rows.map((row, index) => (drop.has(index) ? lost(row) : row)),
        });
        for (const first of firsts(told)) {
          expect(original(one).found(first)).toEqual(expect.arrayContaining(told.found(first)));
        }
      }),
      RUNS,
    );
  });

  test("whichever single frame is missing, no membership is told that was not there", () => {
    const claims = (told: Told) =>
      firsts(told)
        .flatMap((first) => told.events(first).filter((event) => /forgotten|doubled|early/.test(event)))
        // What was asked for first may be what is missing.
        .map((event) => event.replace("rejoined", "joined"));
    for (const one of recordings) {
      const before = claims(original(one));
      for (let at = 0; at < one.rows.length; at++) {
        const rows = one.rows.map((row, index) => (index === at ? lost(row) : row));
        expect(before).toEqual(expect.arrayContaining(claims(understood({ ...one, rows }))));
      }
    }
  });

  test("a frame that came twice proves nothing new", () => {
    fc.assert(
      fc.property(chosen, ([one, twice]) => {
        const before = original(one);
        // One that asks for an answer asks for a second one.
        const asking = new Set(before.marked("Request"));
        const rows = one.rows.flatMap((row, index) =>
          twice.has(index) && !(row.flags & RowFlag.Sent) && !asking.has(index) ? [row, row] : [row],
        );
        const told = understood({ ...one, rows });
        for (const first of firsts(told)) {
          expect(told.found(first)).toEqual(before.found(first));
          expect(told.events(first)).toEqual(before.events(first));
          expect(told.rooms(first)).toEqual(before.rooms(first));
        }
        for (const { number } of told.capture.sockets) {
          const { direction, beats, missed, rtt } = before.beats(number);
          if (direction === "page")
            expect(told.beats(number)).toMatchObject({ direction, beats, missed, rtt });
        }
      }),
      RUNS,
    );
  });

  test("what the server says is no wish of the page: turned round, nobody joined anything twice", () => {
    for (const one of recordings) {
      const rows = one.rows.map((row) => ({ ...row, flags: row.flags ^ RowFlag.Sent }));
      const told = understood({ ...one, rows });
      sound(told);
      for (const first of firsts(told)) {
        expect(told.found(first)).not.toContain("double-join");
        expect(told.found(first)).not.toContain("join-before-auth");
      }
    }
  });

  test("half a session: from any place on", () => {
    for (const one of recordings) {
      for (let from = 0; from < one.rows.length; from += 3) {
        const told = understood({ ...one, rows: one.rows.slice(from) });
        sound(told);
        for (const first of firsts(told)) {
          const forgotten = told.events(first).filter((event) => event.includes("forgotten"));
          expect(original(one).events(first)).toEqual(expect.arrayContaining(forgotten));
        }
      }
    }
  });

  test("rooms may be called anything", () => {
    const plain = original(recording("philjs"));
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "0", "a b", "\u0000"]) {
      const { rows, sockets } = recording("philjs");
      const text = JSON.stringify(name).slice(1, -1);
      const told = understood({
        sockets,
        rows: rows.map((row) => ({ ...row, payload: String(row.payload).replaceAll("room-abc", text) })),
      });
      expect(told.events(1)).toEqual(plain.events(1).map((event) => event.replace("room-abc", name)));
      expect(Object.entries(told.rooms(1)).find(([room]) => room === name)?.[1]).toEqual(
        plain.rooms(1)["room-abc"],
      );
      expect(told.members(1, name)).toEqual(plain.members(1, "room-abc"));
    }
  });

  test("100,000 levels, and a million rooms, take little time and room", () => {
    const LEVELS = 100_000;
    const { sockets, rows } = recording("recker");
    const start = performance.now();
    for (const one of recordings) {
      const deep = [
        "[".repeat(LEVELS) + "]".repeat(LEVELS),
        `${'{"type":'.repeat(LEVELS)}1${"}".repeat(LEVELS)}`,
      ];
      const told = understood({
        ...one,
        rows: one.rows.slice(0, 3).flatMap((row) => [row, ...deep.map((payload) => ({ ...row, payload }))]),
      });
      // As the details show it, and the lists do.
      explain(told.capture, told.understanding.meanings, told.capture.end - 1);
      for (const first of firsts(told)) told.findings(first);
    }
    const many = Array.from({ length: 1000 }, (_, frame) => ({
      ...(rows[0] as (typeof rows)[number]),
      payload: JSON.stringify({
        action: "subscribe",
        topics: Array.from({ length: 1000 }, (_, n) => frame * 1000 + n),
      }),
    }));
    const told = understood({ sockets, rows: many });
    const { rooms } = told.understanding.folds(told.session(1));
    expect(rooms.rooms.size).toBeLessThanOrEqual(100_000);
    expect(rooms.untracked).toBeGreaterThanOrEqual(900_000);
    expect(rooms.events.length).toBeLessThanOrEqual(5000);
    expect(performance.now() - start).toBeLessThan(10_000);
  }, 30_000);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Step } from "../../../src/model/script/script";
import { ScriptRun } from "../../../src/model/script/script-run";
import { FakeWorld } from "./a-world";

/** Ms that a busy machine may take for it. */
const PATIENCE = 30_000;

const name = fc.constantFrom("a", "b", "c");
const ms = fc.constantFrom(0, 1, 50, 1000, Number.NaN, Infinity);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("send" as const), template: fc.boolean() }),
  fc.record({ kind: fc.constant("pause" as const), ms }),
  fc.record({
    kind: fc.constant("expect" as const),
    expectation: name.map((name) => ({ direction: "received" as const, name })),
    timeout: ms,
  }),
);
/** Every send is another one. */
const steps = fc
  .array(step, { maxLength: 12 })
  .map((all) => all.map((one, index) => (one.kind === "send" ? { ...one, text: `${index}` } : one)));
const options = fc.record({
  timing: fc.constantFrom("original" as const, "factor" as const, "step" as const, "none" as const),
  factor: fc.double(),
  looping: fc.boolean(),
  perSecond: fc.constantFrom(0, 0, 5, 1000, Number.NaN),
});
const move = fc.oneof(
  fc.constantFrom("start", "pause", "resume", "step", "stop", "refuse", "accept"),
  name.map((received) => ({ received })),
  fc.constantFrom(0, 1, 40, 1000).map((pass) => ({ pass })),
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

function act(run: ScriptRun, world: FakeWorld, move: Move): void {
  if (move === "refuse") world.answer = "refused: no";
  else if (move === "accept") world.answer = "sent";
  else if (typeof move === "string") run[move as "start" | "pause" | "resume" | "step" | "stop"]();
  else if ("received" in move) run.received({ name: move.received, rooms: [], text: "" });
  else world.pass(move.pass, MOST_TURNS);
}

/** A run that loops without a pause has no end in time that stands still. */
const MOST_TURNS = 50;

test(
  "whatever happens, no send of a round goes out twice or out of order, and one timer is open at most",
  () => {
    fc.assert(
      fc.property(
        steps,
        options,
        fc.array(move, { maxLength: 30 }),
        fc.array(move, { maxLength: 10 }),
        (steps, options, moves, inside) => {
          const world = new FakeWorld();
          const run = new ScriptRun({ version: 1, name: "", steps }, world, options);
          const own: { round: object; text: string }[] = [];
          world.onSend = () => {
            own.push({ round: run.progress, text: String(world.sent[world.sent.length - 1]) });
            const next = inside.pop();
            if (next) act(run, world, next);
          };
          for (const one of ["start" as const, ...moves]) {
            act(run, world, one);
            expect(world.timers.size).toBeLessThan(2);
            if (run.state === "done" || run.state === "stopped" || run.state === "paused") {
              expect(world.timers.size).toBe(0);
            }
            if (run.state === "waiting") expect(world.timers.size).toBe(1);
          }
          for (const round of new Set(own.map(({ round }) => round))) {
            const sent = own.filter((one) => one.round === round).map(({ text }) => Number(text));
            expect(sent).toEqual([...new Set(sent)].sort((a, b) => a - b));
          }
          run.stop();
          expect(world.timers.size).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  },
  PATIENCE,
);

test(
  "a run that is not halted always ends, each step with an outcome",
  () => {
    fc.assert(
      fc.property(steps, options, fc.array(name), (steps, options, names) => {
        const world = new FakeWorld();
        const run = new ScriptRun({ version: 1, name: "", steps }, world, { ...options, looping: false });
        run.start();
        for (const name of names) run.received({ name, rooms: [], text: "" });
        for (let turns = 0; turns <= 2 * steps.length && run.state !== "done"; turns++) {
          run.step();
          world.pass(86_400_000);
        }
        expect(run.state).toBe("done");
        expect(run.progress.some(({ status }) => status === "waiting")).toBe(false);
        expect(world.sent).toHaveLength(steps.filter(({ kind }) => kind === "send").length);
      }),
    );
  },
  PATIENCE,
);

import { describe, expect, test } from "vitest";
import type { RunOptions } from "../../../src/model/script/run-world";
import type { Step } from "../../../src/model/script/script";
import { ScriptRun } from "../../../src/model/script/script-run";
import { FakeWorld } from "./a-world";

const send = (text: string, template = false): Step => ({ kind: "send", text, template });
const expecting = (name: string, timeout = 1000): Step => ({
  kind: "expect",
  expectation: { direction: "received", name },
  timeout,
});
const pause = (ms: number): Step => ({ kind: "pause", ms });
const frame = (name: string, text = "") => ({ name, rooms: [], text });

function aRun(steps: Step[], options: Partial<RunOptions> = {}) {
  const world = new FakeWorld();
  const script = { version: 1 as const, name: "", steps };
  const run = new ScriptRun(script, world, {
    timing: "original",
    factor: 1,
    looping: false,
    perSecond: 0,
    ...options,
  });
  return { run, world, statuses: () => run.progress.map(({ status }) => status).join(" ") };
}

describe("a run", () => {
  test("sends, waits and pauses in order, and says how long it took", () => {
    const { run, world } = aRun([send("a"), expecting("b"), pause(500), send("c")]);
    expect(run.state).toBe("idle");
    run.start();
    expect([run.state, world.sent]).toEqual(["waiting", ["a"]]);
    world.pass(40);
    run.received(frame("b"));
    expect(run.state).toBe("running");
    world.pass(500);
    expect([run.state, world.sent, world.timers.size]).toEqual(["done", ["a", "c"], 0]);
    expect(run.progress.map(({ status, took }) => [status, took])).toEqual([
      ["done", 0],
      ["passed", 40],
      ["done", 500],
      ["done", 0],
    ]);
    expect(world.changes).toBeGreaterThan(2);
  });

  test("sends no more a second than it may, the first at once, and stops in between", () => {
    const { run, world } = aRun([send("a"), send("b"), pause(30), send("c"), pause(500), send("d")], {
      perSecond: 10,
    });
    run.start();
    expect([run.state, world.sent]).toEqual(["running", ["a"]]);
    world.pass(99);
    expect(world.sent).toEqual(["a"]);
    world.pass(1);
    expect(world.sent).toEqual(["a", "b"]);
    world.pass(99);
    expect(world.sent).toEqual(["a", "b"]);
    world.pass(1);
    expect(world.sent).toEqual(["a", "b", "c"]);
    // A pause that is longer leaves nothing to wait for.
    world.pass(500);
    expect([run.state, world.sent]).toEqual(["done", ["a", "b", "c", "d"]]);
    run.start();
    run.stop();
    expect([run.state, world.timers.size, world.sent.length]).toEqual(["stopped", 0, 4]);
  });

  test("goes on after what was kept for a connection, and tells it from what was sent", () => {
    const { run, world, statuses } = aRun([send("a"), pause(10), send("b")]);
    world.answer = "kept";
    run.start();
    world.answer = "sent";
    world.pass(10);
    expect([run.state, statuses()]).toEqual(["done", "kept done done"]);
  });

  test("keeps to its rate from round to round, and halts while it waits for it", () => {
    const { run, world } = aRun([send("a")], { perSecond: 2, looping: true });
    run.start();
    world.pass(1100);
    expect(world.sent).toHaveLength(3);
    run.pause();
    world.pass(5000);
    expect([world.sent.length, world.timers.size]).toEqual([3, 0]);
    run.resume();
    world.pass(400);
    expect(world.sent).toHaveLength(4);
  });

  test("of nothing is done at once, also when it loops", () => {
    const { run } = aRun([], { looping: true });
    run.start();
    expect(run.state).toBe("done");
  });

  test("sends bytes and templates", () => {
    const { run, world } = aRun([
      { kind: "send", base64: "AQI=", template: false },
      send("{{good}}", true),
      send("{{good}}"),
    ]);
    run.start();
    expect(world.sent).toEqual([Uint8Array.of(1, 2), "better", "{{good}}"]);
  });

  test("counts a frame that came between a send and its expectation", () => {
    const { run, world, statuses } = aRun([send("a"), pause(100), expecting("b")]);
    run.start();
    world.pass(50);
    run.received(frame("b"));
    world.pass(50);
    expect(statuses()).toBe("done done passed");
  });

  test("counts one that comes while it is sent", () => {
    const { run, world, statuses } = aRun([send("a"), expecting("b")]);
    world.onSend = () => run.received(frame("b"));
    run.start();
    expect(statuses()).toBe("done passed");
  });

  test("counts the answers to several sends in a row, whenever they come", () => {
    const { run, world, statuses } = aRun([send("a"), pause(10), send("b"), expecting("x"), expecting("y")]);
    run.start();
    run.received(frame("x"));
    world.pass(10);
    run.received(frame("y"));
    expect(statuses()).toBe("done done done passed passed");
  });

  test("lets each frame satisfy one expectation, and forgets what came before a send", () => {
    const { run, world, statuses } = aRun([expecting("b"), send("a"), expecting("b")]);
    run.start();
    run.received(frame("b"));
    expect(run.state).toBe("waiting");
    world.pass(1000);
    expect(statuses()).toBe("passed done failed");
    const other = aRun([expecting("b"), send("a"), expecting("c")]);
    other.run.start();
    other.run.received(frame("c"));
    other.run.received(frame("b"));
    other.world.pass(1000);
    expect(other.statuses()).toBe("passed done failed");
  });

  test("goes on after an expectation that failed, and shows the nearest frame", () => {
    const { run, world, statuses } = aRun([
      send("a"),
      {
        kind: "expect",
        expectation: { direction: "received", name: "b", json: { n: 1, m: 2 } },
        timeout: 300,
      },
      send("c"),
    ]);
    run.start();
    run.received(frame("other", '{"n":1,"m":2}'));
    run.received(frame("b", '{"n":1,"m":3}'));
    run.received(frame("b", '{"n":7,"m":3}'));
    world.pass(300);
    expect([statuses(), run.state]).toEqual(["done failed done", "done"]);
    expect(run.progress[1]).toEqual({
      status: "failed",
      took: 300,
      nearest: frame("b", '{"n":1,"m":3}'),
      differences: [{ path: "m", expected: 2, actual: 3, kind: "different" }],
      message: "Nothing that fits came within 300 ms.",
    });
  });

  test("says that nothing came", () => {
    const { run, world } = aRun([expecting("b", 20)]);
    run.start();
    world.pass(20);
    expect(run.progress[0]).toMatchObject({ message: "Nothing came within 20 ms.", nearest: null });
  });

  test("stops when a send is refused, and says why", () => {
    const { run, world, statuses } = aRun([send("a"), send("b")]);
    world.answer = "refused: the socket is closed";
    run.start();
    expect([run.state, statuses(), world.sent]).toEqual(["stopped", "failed skipped", ["a"]]);
    expect(run.progress[0]?.message).toBe("Not sent: the socket is closed");
  });

  test("sends no template that cannot be filled, and no base64 that is none", () => {
    const { run, world } = aRun([send("{{bad}}", true)]);
    run.start();
    expect([run.state, world.sent]).toEqual(["stopped", []]);
    expect(run.progress[0]?.message).toBe("Not sent: {{bad}} cannot be filled. Nobody knows it.");
    const other = aRun([{ kind: "send", base64: "%", template: false }]);
    other.run.start();
    expect(other.run.progress[0]?.message).toBe("Not sent: its base64 is none.");
  });

  test("can be halted: the clocks stand still, frames count", () => {
    const { run, world, statuses } = aRun([expecting("b", 100), pause(100), send("a")]);
    run.start();
    world.pass(60);
    run.pause();
    expect([run.state, world.timers.size]).toEqual(["paused", 0]);
    world.pass(10_000);
    run.resume();
    world.pass(39);
    expect(run.state).toBe("waiting");
    run.pause();
    run.received(frame("b"));
    expect([run.state, statuses()]).toEqual(["paused", "passed waiting waiting"]);
    run.resume();
    world.pass(70);
    run.pause();
    world.pass(500);
    run.resume();
    world.pass(29);
    expect(world.sent).toEqual([]);
    world.pass(1);
    expect([run.state, world.sent]).toEqual(["done", ["a"]]);
  });

  test("goes step by step", () => {
    const { run, world, statuses } = aRun([send("a"), pause(100), send("b"), expecting("c"), send("d")], {
      timing: "step",
    });
    run.start();
    expect([run.state, world.sent]).toEqual(["paused", []]);
    run.step();
    expect([run.state, world.sent]).toEqual(["paused", ["a"]]);
    run.resume();
    expect([run.state, world.sent, statuses()]).toEqual([
      "paused",
      ["a", "b"],
      "done skipped done waiting waiting",
    ]);
    run.step();
    expect(run.state).toBe("waiting");
    run.received(frame("c"));
    expect(run.state).toBe("paused");
    run.step();
    expect(run.state).toBe("done");
  });

  test("can be taken one step further while it is halted", () => {
    const { run, world } = aRun([pause(100), send("a"), send("b")]);
    run.start();
    run.pause();
    run.step();
    expect([run.state, world.sent]).toEqual(["paused", ["a"]]);
    run.resume();
    expect([run.state, world.sent]).toEqual(["done", ["a", "b"]]);
  });

  test.each<[Partial<RunOptions>, number]>([
    [{ timing: "none" }, 0],
    [{ timing: "factor", factor: 0.5 }, 50],
    [{ timing: "factor", factor: 3 }, 300],
    [{ timing: "factor", factor: Number.NaN }, 100],
    [{ timing: "factor", factor: -1 }, 100],
    [{ timing: "factor", factor: Infinity }, 86_400_000],
  ])("%o: a pause of 100 ms takes %d ms", (options, ms) => {
    const { run, world } = aRun([pause(100), send("a")], options);
    run.start();
    if (ms > 0) {
      world.pass(ms - 1);
      expect(world.sent).toEqual([]);
    }
    world.pass(1);
    expect(world.sent).toEqual(["a"]);
  });

  test("loops, counts its rounds, and gives others their turn", () => {
    const { run, world } = aRun([send("a")], { looping: true });
    run.start();
    expect([run.rounds, world.sent.length, run.state]).toEqual([1, 1, "running"]);
    world.pass(0, 4);
    run.stop();
    expect([run.rounds, world.sent.length, run.state, world.timers.size]).toEqual([5, 5, "stopped", 0]);
  });

  test("gives others their turn after 100 steps", () => {
    const { run, world } = aRun(new Array(250).fill(send("a")));
    run.start();
    expect(world.sent).toHaveLength(100);
    world.pass(0);
    expect([world.sent.length, run.state]).toEqual([250, "done"]);
  });

  test("is stopped with its timers, at any time, also while it sends", () => {
    const { run, world, statuses } = aRun([send("a"), expecting("b"), send("c")]);
    run.start();
    run.stop();
    expect([run.state, world.timers.size, statuses()]).toEqual(["stopped", 0, "done skipped skipped"]);
    run.received(frame("b"));
    world.pass(5000);
    expect(world.sent).toEqual(["a"]);
    const other = aRun([send("a"), send("b")]);
    other.world.onSend = () => other.run.stop();
    other.run.start();
    expect([other.run.state, other.world.sent]).toEqual(["stopped", ["a"]]);
  });

  test("can begin anew after it ended, not while it is played", () => {
    const { run, world } = aRun([send("a"), pause(10)]);
    run.start();
    run.start();
    expect(world.sent).toEqual(["a"]);
    world.pass(10);
    run.start();
    expect([run.state, world.sent]).toEqual(["running", ["a", "a"]]);
  });

  test("keeps the newest 1,000 frames", () => {
    const { run, world, statuses } = aRun([send("a"), pause(1), expecting("first", 5), expecting("last", 5)]);
    run.start();
    run.received(frame("first"));
    for (let count = 0; count < 999; count++) run.received(frame("other"));
    run.received(frame("last"));
    world.pass(100);
    expect(statuses()).toBe("done done failed passed");
  });

  test.each([Infinity, Number.NaN, -5])("a timeout of %d ends", (timeout) => {
    const { run, world } = aRun([expecting("b", timeout)]);
    run.start();
    world.pass(86_400_000);
    expect(run.state).toBe("done");
  });
});

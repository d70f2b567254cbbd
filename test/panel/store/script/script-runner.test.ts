import { describe, expect, test } from "vitest";
import { rowOf } from "../../../../src/panel/store/script/hearing";
import { aScripting, expectName, pause, script, send } from "./a-scripting";

const pong = JSON.stringify({ type: "pong" });
const other = JSON.stringify({ type: "other" });

describe("a script is played on a socket of the page", () => {
  test("it sends, waits for an answer, pauses, and sends again", () => {
    const { side, clock, runner, sent, statuses } = aScripting();
    runner.start(script(send("one"), expectName("pong"), pause(50), send("two")));
    expect(sent()).toEqual(["one"]);
    expect(runner.state).toBe("waiting");
    clock.pass(120);
    side.page.received(1, pong);
    side.show();
    expect(statuses()).toEqual(["done", "passed", "waiting", "waiting"]);
    expect(runner.progress[1]?.took).toBe(120);
    clock.pass(50);
    expect(sent()).toEqual(["one", "two"]);
    expect(runner.state).toBe("done");
  });

  test("what came before it started does not count, nor what comes on other sockets or what the panel itself gave", () => {
    const { side, clock, runner, statuses } = aScripting();
    side.page.created(2, "wss://app.test/other");
    side.page.opened(2);
    side.page.received(1, pong);
    side.show();
    runner.start(script(send("one"), expectName("pong")));
    side.page.received(2, pong);
    side.page.sent(1, pong);
    side.show();
    clock.pass(1000);
    expect(statuses()).toEqual(["done", "failed"]);
    expect(runner.progress[1]?.message).toBe("Nothing came within 1000 ms.");
  });

  test("each frame counts once", () => {
    const { side, clock, runner, statuses } = aScripting();
    runner.start(script(send("one"), expectName("pong"), expectName("pong")));
    side.page.received(1, pong);
    side.show();
    side.show();
    clock.pass(1000);
    expect(statuses()).toEqual(["done", "passed", "failed"]);
  });

  test("what came while nothing was painted counts before it is given up", () => {
    const { side, clock, runner, statuses } = aScripting();
    runner.start(script(send("one"), expectName("pong")));
    side.page.received(1, pong);
    side.page.flush();
    clock.pass(1000);
    expect(statuses()).toEqual(["done", "passed"]);
  });

  test("what came instead is told, with its row", () => {
    const { side, clock, runner } = aScripting();
    runner.start(script(send("one"), expectName("pong")));
    side.page.received(1, other);
    side.show();
    clock.pass(1000);
    const failed = runner.progress[1];
    expect(failed).toMatchObject({ status: "failed", message: "Nothing that fits came within 1000 ms." });
    expect(failed?.differences).toMatchObject([{ path: "(name)", expected: "pong", actual: "other" }]);
    expect(failed?.nearest && rowOf(failed.nearest)).toBe(0);
  });

  test("templates are filled, and count what was sent", () => {
    const { runner, sent } = aScripting();
    runner.start(script(send("{{counter}}", true), send("{{counter}}", true), send("{{counter}}")));
    expect(sent()).toEqual(["1", "2", "{{counter}}"]);
  });
});

describe("by the replay client", () => {
  async function connected() {
    const made = aScripting();
    const { side, runner } = made;
    const { client } = side.store.replay;
    client.url.value = "wss://app.test/own";
    client.connect();
    await new Promise((done) => setTimeout(done));
    const asked = side.link.sent.find((each) => each.type === "page" && each.command.type === "open");
    const key = asked?.type === "page" && asked.command.type === "open" ? asked.command.key : "";
    side.page.created(2, "wss://app.test/own", "", key);
    side.page.opened(2);
    side.show();
    runner.target.value = "client";
    return made;
  }

  test("on its connection, and what comes there is heard", async () => {
    const { side, runner, statuses, sent } = await connected();
    runner.start(script(send("by the client"), expectName("pong")));
    expect(sent()).toContain("by the client");
    side.page.received(1, pong);
    side.show();
    expect(statuses()).toEqual(["done", "waiting"]);
    side.page.received(2, pong);
    side.show();
    expect(statuses()).toEqual(["done", "passed"]);
  });

  test("once it is disconnected the run stops, and says why", async () => {
    const { side, clock, runner, sent } = await connected();
    runner.start(script(pause(10), send("late")));
    side.store.replay.client.disconnect();
    side.page.closed(2, 1000);
    side.show();
    clock.pass(10);
    expect(runner.state).toBe("stopped");
    expect(runner.ended.value).toContain("Stopped at step 1: The replay client is not connected");
    expect(sent()).not.toContain("late");
  });

  test("while it reconnects, what is sent is kept, and said to be", async () => {
    const { side, runner, statuses } = await connected();
    const { client } = side.store.replay;
    side.page.closed(2, 1006);
    side.show();
    expect(client.state.value).toBe("reconnecting");
    runner.start(script(send("late")));
    expect(statuses()).toEqual(["kept"]);
  });

  test("what comes to the client of another panel is not heard", async () => {
    const { side, clock, runner, statuses } = await connected();
    runner.start(script(send("by the client"), expectName("pong")));
    side.page.created(3, "wss://app.test/own", "", "another panel's");
    side.page.opened(3);
    side.page.received(3, pong);
    side.show();
    clock.pass(1000);
    expect(statuses()).toEqual(["done", "failed"]);
    expect(side.store.replay.client.socket?.number).toBe(2);
  });

  test("the most frames a second can be set before and during a run", () => {
    const { runner, clock, sent } = aScripting();
    runner.perSecond.value = 10;
    runner.start(script(send("one"), send("two"), send("three"), send("four")));
    clock.pass(100);
    expect(sent()).toEqual(["one", "two"]);
    runner.perSecond.value = 0;
    clock.pass(100);
    expect(sent()).toHaveLength(4);
  });
});

describe("it is in the user's hands", () => {
  test("step by step, from the first step on", () => {
    const { runner, sent } = aScripting();
    const two = script(send("one"), pause(1000), send("two"));
    runner.start(two, true);
    expect(sent()).toEqual(["one"]);
    expect(runner.state).toBe("paused");
    runner.step();
    expect(sent()).toEqual(["one", "two"]);
  });

  test("what was begun by a step goes on by itself when it is resumed", () => {
    const { runner, sent } = aScripting();
    runner.start(script(send("one"), send("two"), send("three")), true);
    runner.resume();
    expect(sent()).toEqual(["one", "two", "three"]);
  });

  test("with the timing step by step Run waits for the first Step", () => {
    const { runner, sent } = aScripting();
    runner.timing.value = "step";
    runner.start(script(send("one"), send("two")));
    expect([runner.state, sent()]).toEqual(["paused", []]);
  });

  test("speed and looping can be changed on the way", () => {
    const { runner, clock, sent } = aScripting();
    runner.looping.value = true;
    runner.start(script(send("one"), pause(100)));
    clock.pass(150);
    expect(sent()).toHaveLength(2);
    runner.looping.value = false;
    clock.pass(1000);
    expect([sent().length, runner.state]).toEqual([2, "done"]);
  });

  test("pause and stop", () => {
    const { runner, clock, statuses } = aScripting();
    runner.start(script(pause(100), send("one")));
    runner.pause();
    clock.pass(1000);
    expect(runner.state).toBe("paused");
    runner.stop();
    expect([runner.state, statuses()]).toEqual(["stopped", ["skipped", "skipped"]]);
  });
});

describe("what goes wrong is told", () => {
  test("without recording no answer would be heard, so only what expects none is played", () => {
    const { side, runner, sent } = aScripting();
    side.store.toggleRecording();
    runner.start(script(send("one"), expectName("pong")));
    expect([runner.state, sent()]).toEqual(["idle", []]);
    runner.start(script(send("one")));
    expect([runner.state, sent()]).toEqual(["done", ["one"]]);
  });

  test("on a closed socket it does not start", () => {
    const { side, runner, sent } = aScripting();
    side.page.closed(1, 1006);
    side.show();
    runner.start(script(send("one")));
    expect([runner.state, sent()]).toEqual(["idle", []]);
  });

  test("the socket closes in the middle", () => {
    const { side, runner } = aScripting();
    runner.start(script(send("one"), expectName("pong"), send("two")));
    side.page.closed(1, 1006);
    side.show();
    expect(runner.state).toBe("stopped");
    expect(runner.ended.value).toBe("Stopped at step 2: #1 is closed.");
  });

  test("an answer right before the close still counts", () => {
    const { side, runner, statuses } = aScripting();
    runner.start(script(send("one"), expectName("pong"), pause(10), send("two")));
    side.page.received(1, pong);
    side.page.closed(1, 1000);
    side.show();
    expect(statuses()).toEqual(["done", "passed", "skipped", "skipped"]);
  });

  test("the page is gone", () => {
    const { side, runner, clock } = aScripting();
    runner.start(script(pause(100), send("one")));
    side.page.depart();
    clock.pass(100);
    expect(runner.state).toBe("stopped");
    expect(runner.progress[1]?.message).toContain("The page of #1 is gone");
  });

  test("the replay client is not connected", () => {
    const { runner, sent } = aScripting();
    runner.target.value = "client";
    runner.start(script(send("one")));
    expect([runner.state, sent()]).toEqual(["idle", []]);
  });
});

test("100,000 steps", () => {
  const { runner, clock, sent } = aScripting();
  const steps = Array.from({ length: 100_000 }, (_, index) => send(String(index)));
  runner.start({ version: 1, name: "", steps });
  expect(sent().length).toBeLessThan(200);
  clock.pass(1);
  expect(runner.state).toBe("done");
  expect(sent()).toHaveLength(100_000);
});

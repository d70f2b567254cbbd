import { describe, expect, test } from "vitest";
import { openMemoryScripts, type ScriptDisk } from "../../../../src/panel/store/script/script-disk";
import { aScripting, pause, script, send } from "./a-scripting";

function withTraffic() {
  const made = aScripting();
  const { page } = made.side;
  page.created(2, "wss://app.test/other");
  page.opened(2);
  page.sent(1, '{"type":"join","room":"a"}');
  page.clock = 40;
  page.received(1, '{"type":"joined","room":"a"}');
  page.received(2, '{"type":"noise"}');
  page.clock = 90;
  page.sent(1, "hello");
  made.side.show();
  return made;
}

describe("a script is made of captured frames", () => {
  test("of a whole socket", async () => {
    const { scripting } = withTraffic();
    await scripting.make({ kind: "socket", number: 1 });
    const { steps, name } = scripting.draft.script.value;
    expect(name).toBe("Script of #1");
    expect(steps.map(({ kind }) => kind)).toEqual(["send", "expect", "pause", "send"]);
    expect(steps[1]).toMatchObject({ expectation: { name: "joined" } });
    expect(steps[2]).toEqual({ kind: "pause", ms: 50 });
    expect(scripting.note.value?.text).toBe("Made of 3 frames of #1");
  });

  test("of the frames shown: those of other sockets are left out, and counted", async () => {
    const { scripting } = withTraffic();
    await scripting.make({ kind: "shown" });
    expect(scripting.note.value?.text).toBe("Made of 3 frames of #1; left out: 1 frame of other sockets");
  });

  test("of the selected frames", async () => {
    const { scripting, side } = withTraffic();
    await scripting.make({ kind: "range" });
    expect(scripting.note.value).toMatchObject({ failed: true });
    side.store.replay.range.value = [1, 3];
    scripting.options.value = { expectations: "none", pauses: true, heartbeats: false };
    await scripting.make({ kind: "range" });
    expect(scripting.draft.script.value.steps).toEqual([send("hello")]);
  });

  test("heartbeats are left out, and counted", async () => {
    const { scripting, side } = withTraffic();
    side.page.sent(1, '{"type":"ping"}');
    side.page.received(1, '{"type":"pong"}');
    side.show();
    await scripting.make({ kind: "socket", number: 1 });
    expect(scripting.note.value?.text).toBe("Made of 3 frames of #1; left out: 2 frames of heartbeats");
  });

  test("what was not saved can be had back", async () => {
    const { scripting } = withTraffic();
    await scripting.make({ kind: "socket", number: 1 });
    await scripting.make({ kind: "socket", number: 2 });
    expect(scripting.draft.script.value.name).toBe("Script of #2");
    scripting.draft.takeBack();
    expect(scripting.draft.script.value.name).toBe("Script of #1");
  });

  test("of two that are asked for at once the last one is shown", async () => {
    const { scripting } = withTraffic();
    const first = scripting.make({ kind: "socket", number: 2 });
    const last = scripting.make({ kind: "socket", number: 1 });
    expect(await Promise.all([first, last])).toEqual([false, true]);
    expect(scripting.draft.script.value.name).toBe("Script of #1");
    expect(scripting.draft.undo.value).toBeNull();
  });

  test("not in the place of one that was started meanwhile", async () => {
    const { scripting, runner } = withTraffic();
    const making = scripting.make({ kind: "socket", number: 1 });
    runner.start(script(pause(1000)));
    expect(await making).toBe(false);
    expect(scripting.draft.script.value.steps).toEqual([]);
  });

  test("not while one is running", async () => {
    const { scripting, runner } = withTraffic();
    runner.start(script(pause(1000)));
    expect(await scripting.make({ kind: "socket", number: 1 })).toBe(false);
    expect(scripting.note.value?.text).toBe("A script is running: press Stop first");
  });
});

describe("scripts are saved", () => {
  test("other panels have them, and another script of that name is not overwritten", async () => {
    const disk = openMemoryScripts();
    const [one, two] = [aScripting(disk).scripting, aScripting(disk).scripting];
    one.draft.open(script(send("a")), true);
    await one.save();
    two.draft.open(script(send("b")), true);
    await two.save();
    expect(two.saved.names.value).toEqual(["test", "test 2"]);
    await two.open("test");
    expect(two.draft.script.value.steps).toEqual([send("a")]);
  });

  test("saved again under its name it is the same script", async () => {
    const { scripting } = aScripting();
    scripting.draft.open(script(send("a")), true);
    await scripting.save();
    scripting.draft.change(send("b"));
    await scripting.save();
    expect(scripting.saved.names.value).toEqual(["test"]);
    expect(scripting.draft.changed.value).toBe(false);
  });

  test("deleted, it is lost no more than any other that was not saved", async () => {
    const { scripting } = aScripting();
    scripting.draft.open(script(send("a")), true);
    await scripting.save();
    await scripting.deleteSaved();
    expect(scripting.draft.changed.value).toBe(true);
    scripting.begin();
    scripting.draft.takeBack();
    expect(scripting.draft.script.value.steps).toEqual([send("a")]);
  });

  test("saved while another one is opened, it does not take that one's name", async () => {
    const { scripting } = aScripting();
    scripting.draft.open(script(send("a")), true);
    const saving = scripting.save();
    scripting.begin();
    await saving;
    expect([scripting.opened.value, scripting.draft.script.value.name]).toEqual(["", "New script"]);
  });

  test("deleted, and had back", async () => {
    const { scripting } = aScripting();
    scripting.draft.open(script(send("a")), true);
    await scripting.save();
    await scripting.deleteSaved();
    expect(scripting.saved.names.value).toEqual([]);
    scripting.draft.takeBack();
    await new Promise((done) => setTimeout(done));
    expect(scripting.saved.names.value).toEqual(["test"]);
    expect([scripting.opened.value, scripting.draft.changed.value]).toEqual(["test", false]);
  });

  test("where the browser keeps nothing, memory does, and says so", async () => {
    const refuse = () => Promise.reject(new Error("denied"));
    const disk: ScriptDisk = { names: refuse, get: refuse, put: refuse, delete: refuse };
    const { scripting } = aScripting(disk);
    scripting.draft.open(script(send("a")), true);
    await scripting.save();
    expect(scripting.saved.names.value).toEqual(["test"]);
    expect(scripting.saved.fleeting.value).toContain("denied");
  });
});

describe("files", () => {
  const file = (text: string, name = "x.sockeye-script.json") => new File([text], name);

  test("what was exported can be imported", async () => {
    const { scripting } = aScripting();
    scripting.draft.open(script(send("a"), pause(5)), true);
    const { name, blob } = scripting.exported();
    expect(name).toBe("test.sockeye-script.json");
    const other = aScripting().scripting;
    await other.import(new File([blob], name));
    expect(other.draft.script.value).toEqual(script(send("a"), pause(5)));
  });

  test("wrong steps are named, and the right ones can be kept", async () => {
    const { scripting } = aScripting();
    const steps = [send("a"), { kind: "pause", ms: -1 }, { kind: "dance" }];
    await scripting.import(file(JSON.stringify({ format: "sockeye-script", version: 1, name: "n", steps })));
    expect(scripting.note.value?.problems).toHaveLength(2);
    expect(scripting.note.value?.problems[0]).toBe("Step 2: ms is negative.");
    expect(scripting.draft.script.value.steps).toEqual([]);
    scripting.keepRest();
    expect(scripting.draft.script.value).toMatchObject({ name: "n", steps: [send("a")] });
  });

  test.each(["", "{}", "[1]", "null", '{"format":"sockeye-script","version":9}'])(
    "%s is none",
    async (text) => {
      const { scripting } = aScripting();
      await scripting.import(file(text));
      expect(scripting.note.value).toMatchObject({ failed: true, rest: null });
    },
  );
});

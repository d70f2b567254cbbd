import { beforeEach, describe, expect, test } from "vitest";
import { ScriptDraft } from "../../../../src/panel/store/script/script-draft";
import { pause, script, send } from "./a-scripting";

let draft: ScriptDraft;
const texts = () => draft.script.value.steps.map((step) => (step.kind === "send" ? step.text : step.kind));

beforeEach(() => {
  draft = new ScriptDraft(() => {});
  draft.open(script(send("a"), send("b"), send("c")), false);
});

describe("steps", () => {
  test("are added behind the selected one, which is then the new one", () => {
    draft.add(pause(1));
    expect([texts(), draft.selected.value]).toEqual([["a", "pause", "b", "c"], 1]);
  });

  test("are duplicated", () => {
    draft.select(2);
    draft.duplicate();
    expect([texts(), draft.selected.value]).toEqual([["a", "b", "c", "c"], 3]);
  });

  test("move, and stay at the ends", () => {
    draft.move(-1);
    expect(texts()).toEqual(["a", "b", "c"]);
    draft.move(1);
    draft.move(1);
    draft.move(1);
    expect([texts(), draft.selected.value]).toEqual([["b", "c", "a"], 2]);
  });

  test("are deleted, and had back where they were", () => {
    draft.select(1);
    draft.remove();
    expect(texts()).toEqual(["a", "c"]);
    expect(draft.undo.value?.text).toBe("Step 2 is deleted");
    draft.takeBack();
    expect([texts(), draft.selected.value, draft.undo.value]).toEqual([["a", "b", "c"], 1, null]);
  });

  test("all of them can be deleted", () => {
    for (let i = 0; i < 4; i++) draft.remove();
    expect([texts(), draft.selected.value]).toEqual([[], -1]);
  });

  test("a change makes another script: who plays the one before keeps it", () => {
    const before = draft.script.value;
    draft.change(send("z"));
    expect(before.steps[0]).toEqual(send("a"));
    expect(draft.changed.value).toBe(true);
  });
});

import { type ReadonlySignal, signal } from "@preact/signals";
import { MOST, type Script, type Step } from "../../../model/script/script";

/** Something that can be taken back. */
export interface Undo {
  /** What was done, in words. */
  readonly text: string;
  back(): void;
}

const EMPTY: Script = { version: 1, name: "", steps: [] };

/** The script that is being written. Every change makes a new one: whoever plays one keeps what it plays. */
export class ScriptDraft {
  #script = signal<Script>(EMPTY);
  #selected = signal(-1);
  #undo = signal<Undo | null>(null);
  #changed = signal(false);

  /** Moves when steps have other places than before. */
  readonly structure = signal(0);

  /** @param restructured called when steps have other places */
  constructor(private readonly restructured: () => void) {}

  get script(): ReadonlySignal<Script> {
    return this.#script;
  }

  /** The place of the selected step, from 0; -1 where none is. */
  get selected(): ReadonlySignal<number> {
    return this.#selected;
  }

  /** What was taken away last and can be given back. */
  get undo(): ReadonlySignal<Undo | null> {
    return this.#undo;
  }

  /** Whether it was changed since it was opened or saved. */
  get changed(): ReadonlySignal<boolean> {
    return this.#changed;
  }

  /** Begins with another script. What was not saved can be had back. */
  open(script: Script, changed: boolean): void {
    const [before, unsaved] = [this.#script.peek(), this.#changed.peek()];
    const lost = unsaved && before.steps.length > 0;
    this.#replace(script, changed);
    const text = `\u201c${before.name || "Unnamed"}\u201d was not saved and is replaced`;
    this.#undo.value = lost ? { text, back: () => this.#replace(before, true) } : null;
  }

  /** It was saved under this name. */
  saved(name: string): void {
    this.#script.value = { ...this.#script.peek(), name };
    this.#changed.value = false;
  }

  /** It is nowhere else any more. */
  unsaved(): void {
    this.#changed.value = true;
  }

  rename(name: string): void {
    this.#script.value = { ...this.#script.peek(), name: name.slice(0, MOST.name) };
    this.#changed.value = true;
  }

  select(index: number): void {
    this.#selected.value = Math.max(-1, Math.min(index, this.#script.peek().steps.length - 1));
  }

  /** Another step in the place of the selected one. */
  change(step: Step): void {
    const index = this.#selected.peek();
    const steps = [...this.#script.peek().steps];
    if (!steps[index]) return;
    steps[index] = step;
    this.#put(steps);
  }

  /** Adds a step behind the selected one, or as the last, and selects it. */
  add(step: Step): void {
    const { steps } = this.#script.peek();
    if (steps.length >= MOST.steps) return;
    const at = this.#selected.peek() < 0 ? steps.length : this.#selected.peek() + 1;
    this.#put(steps.toSpliced(at, 0, step));
    this.#selected.value = at;
    this.#restructure();
  }

  duplicate(): void {
    const step = this.#script.peek().steps[this.#selected.peek()];
    if (step) this.add(structuredClone(step));
  }

  /** Moves the selected step by one place. */
  move(by: 1 | -1): void {
    const { steps } = this.#script.peek();
    const from = this.#selected.peek();
    const to = from + by;
    const [step, other] = [steps[from], steps[to]];
    if (!step || !other) return;
    this.#put(steps.with(to, step).with(from, other));
    this.#selected.value = to;
    this.#restructure();
  }

  /** Takes the selected step away. It can be had back. */
  remove(): void {
    const { steps } = this.#script.peek();
    const at = this.#selected.peek();
    const step = steps[at];
    if (!step) return;
    this.#put(steps.toSpliced(at, 1));
    this.select(at);
    this.#restructure();
    this.offer(`Step ${(at + 1).toLocaleString("en")} is deleted`, () => {
      const now = this.#script.peek().steps;
      const place = Math.min(at, now.length);
      this.#put(now.toSpliced(place, 0, step));
      this.#selected.value = place;
      this.#restructure();
    });
  }

  /** Offers to take something back. */
  offer(text: string, back: () => void): void {
    this.#undo.value = { text, back };
  }

  /** What was taken away stays away. */
  settle(): void {
    this.#undo.value = null;
  }

  takeBack(): void {
    const undo = this.#undo.peek();
    this.settle();
    undo?.back();
  }

  #replace(script: Script, changed: boolean): void {
    this.#script.value = script;
    this.#selected.value = script.steps.length > 0 ? 0 : -1;
    this.#changed.value = changed;
    this.#restructure();
  }

  #restructure(): void {
    this.structure.value = this.structure.peek() + 1;
    this.restructured();
  }

  #put(steps: Step[]): void {
    this.#script.value = { ...this.#script.peek(), steps };
    this.#changed.value = true;
  }
}

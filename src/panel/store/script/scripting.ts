import { batch, type ReadonlySignal, signal } from "@preact/signals";
import { type ReadScript, readScript } from "../../../model/script/read-script";
import { MOST, type Script } from "../../../model/script/script";
import { writeScript } from "../../../model/script/write-script";
import type { Store } from "../store";
import { openIndexedScripts } from "./indexed-scripts";
import { type MakeOptions, makeScript } from "./made-script";
import { madeText } from "./made-text";
import { ScriptDraft } from "./script-draft";
import { ScriptRunner } from "./script-runner";
import { Scripts } from "./scripts";
import type { Source } from "./sources";
import { whyNot } from "./targets";

/** What was done, or why it was not. */
export interface ScriptNote {
  readonly text: string;
  readonly failed: boolean;
  /** What is wrong with a file, step by step. */
  readonly problems: readonly string[];
  /** Its steps that are right. */
  readonly rest: Script | null;
}

/** Bytes of a file; a script of 16 million characters has no more. */
const MOST_BYTES = 4 * MOST.characters;
const ENDING = ".sockeye-script.json";

/** Whether it is one by its name. */
export function isScriptFile({ name }: { name: string }): boolean {
  return name.toLowerCase().endsWith(ENDING);
}

/** Scripts of a panel: the one that is being written, the saved ones, and the run. */
export class Scripting {
  readonly draft = new ScriptDraft(() => this.runner.forget());
  readonly options = signal<MakeOptions>({ expectations: "names", pauses: true, heartbeats: false });
  /** The saved script that the draft was opened from or saved as; empty for none. */
  readonly opened = signal("");
  #note = signal<ScriptNote | null>(null);
  /** Counts what was asked for that shows a script, or did: only the last one asked for is shown. */
  #turn = 0;

  constructor(
    private readonly store: Store,
    readonly runner = new ScriptRunner(store),
    readonly saved = new Scripts(openIndexedScripts()),
  ) {}

  get note(): ReadonlySignal<ScriptNote | null> {
    return this.#note;
  }

  dismiss(): void {
    this.#note.value = null;
  }

  /** Writes a script of captured frames, in the place of the one that is there. Returns whether it could. */
  async make(source: Source): Promise<boolean> {
    if (this.#refuses()) return false;
    const turn = ++this.#turn;
    const made = await makeScript(this.store, source, this.options.peek());
    if (this.#isLate(turn)) return false;
    if ("why" in made) {
      this.#say(made.why, true);
      return false;
    }
    // What it was made of may still be there to be played on.
    if (whyNot(this.store, made.socket.number) === "") this.runner.target.value = made.socket.number;
    this.#show(made.script, "", true);
    this.#say(madeText(made), made.script.steps.length === 0);
    return true;
  }

  /** An empty script. */
  begin(): void {
    if (!this.#refuses()) this.#show({ version: 1, name: "New script", steps: [] }, "", false);
  }

  async open(name: string): Promise<void> {
    if (this.#refuses()) return;
    const turn = ++this.#turn;
    const read = await this.saved.open(name);
    await this.saved.refresh();
    if (this.#isLate(turn)) return;
    if ("script" in read) this.#show({ ...read.script, name }, name, false);
    else this.#complain(`\u201c${name}\u201d cannot be opened`, read);
  }

  /** Saves it under its name. Another script is not overwritten: it gets a name like it then. */
  async save(): Promise<void> {
    const script = this.draft.script.peek();
    const turn = this.#turn;
    await this.saved.refresh();
    const asked = script.name.trim() || "Script";
    const name = asked === this.opened.peek() ? asked : this.saved.freeName(asked);
    const problem = await this.saved.save({ ...script, name });
    if (problem) return this.#say(`Not saved: ${problem}`, true);
    // It may have been written on meanwhile, or another one may stand there.
    if (this.draft.script.peek() === script) this.draft.saved(name);
    if (turn === this.#turn) this.opened.value = name;
    this.#say(
      name === asked
        ? `Saved as \u201c${name}\u201d`
        : `Saved as \u201c${name}\u201d: \u201c${asked}\u201d is another script`,
      false,
    );
  }

  /** A copy with a name of its own, not saved yet. */
  duplicate(): void {
    const script = this.draft.script.peek();
    this.#turn++;
    this.opened.value = "";
    this.draft.rename(this.saved.freeName(`${script.name || "Script"} copy`.slice(0, MOST.name)));
    this.#say("This is a copy: it is not saved yet", false);
  }

  /** Deletes the saved script that is open. It can be had back, and stays open as one that is not saved. */
  async deleteSaved(): Promise<void> {
    const name = this.opened.peek();
    if (name === "") return;
    const read = await this.saved.open(name);
    await this.saved.delete(name);
    if (this.opened.peek() !== name) return;
    const { script, changed } = this.draft;
    const [before, written] = [script.peek(), changed.peek()];
    this.opened.value = "";
    this.draft.unsaved();
    this.dismiss();
    this.draft.offer(`The saved script \u201c${name}\u201d is deleted`, () => {
      if (!("script" in read)) return;
      void this.saved.save({ ...read.script, name });
      this.opened.value = name;
      if (!written && script.peek() === before) this.draft.saved(name);
    });
  }

  /** Opens a script file, or says what is wrong with it. */
  async import(file: Blob & { name: string }): Promise<void> {
    if (this.#refuses()) return;
    const turn = ++this.#turn;
    let read: ReadScript;
    try {
      read =
        file.size > MOST_BYTES
          ? { problems: ["This file is too large: a script has at most 16 million characters."] }
          : readScript(await file.text());
    } catch {
      read = { problems: ["The browser cannot read this file."] };
    }
    if (this.#isLate(turn)) return;
    if (!("script" in read)) return this.#complain(`${file.name} is not imported`, read);
    const name = read.script.name || file.name.replace(ENDING, "").slice(0, MOST.name);
    this.#show({ ...read.script, name }, "", true);
    this.#say(`Imported ${file.name}`, false);
  }

  /** Opens the steps of a file that are right, without the others. */
  keepRest(): void {
    const rest = this.#note.peek()?.rest;
    if (!rest || this.#refuses()) return;
    this.#show(rest, "", true);
    this.#say(`Kept ${rest.steps.length.toLocaleString("en")} steps: what was wrong is left out`, false);
  }

  /** The script as a file. */
  exported(): { name: string; blob: Blob } {
    const script = this.draft.script.peek();
    const name = script.name.replace(/[^\p{L}\p{N} ._-]+/gu, "-").slice(0, 100) || "script";
    return { name: `${name}${ENDING}`, blob: new Blob([writeScript(script)], { type: "application/json" }) };
  }

  /** Whether something else was asked for meanwhile, or a script was started. */
  #isLate(turn: number): boolean {
    return turn !== this.#turn || this.#refuses();
  }

  #show(script: Script, opened: string, changed: boolean): void {
    this.#turn++;
    batch(() => {
      this.draft.open(script, changed);
      this.opened.value = opened;
      this.#note.value = null;
    });
  }

  /** A script that is played is not taken away. */
  #refuses(): boolean {
    if (this.runner.active) this.#say("A script is running: press Stop first", true);
    return this.runner.active;
  }

  #say(text: string, failed: boolean): void {
    this.#note.value = { text, failed, problems: [], rest: null };
  }

  #complain(text: string, { problems, rest }: { problems: string[]; rest?: Script }): void {
    this.#note.value = { text, failed: true, problems, rest: rest ?? null };
  }
}

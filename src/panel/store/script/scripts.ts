import { type ReadonlySignal, signal } from "@preact/signals";
import { type ReadScript, readScript } from "../../../model/script/read-script";
import { MOST, type Script } from "../../../model/script/script";
import { writeScript } from "../../../model/script/write-script";
import { openMemoryScripts, type ScriptDisk } from "./script-disk";

const CHANNEL = "sockeye scripts";

/** The saved scripts. Other panels may change them at any time; where the browser keeps nothing, memory does. */
export class Scripts {
  #names = signal<readonly string[]>([]);
  #fleeting = signal("");
  #channel: BroadcastChannel | null = null;

  constructor(private disk: ScriptDisk) {}

  /** Their names, in alphabetical order. */
  get names(): ReadonlySignal<readonly string[]> {
    return this.#names;
  }

  /** Why what is saved goes with the panel; empty where it stays. */
  get fleeting(): ReadonlySignal<string> {
    return this.#fleeting;
  }

  /** Looks again which there are, and from then on whenever another panel has changed them. */
  async refresh(): Promise<void> {
    if (!this.#channel && typeof BroadcastChannel !== "undefined") {
      this.#channel = new BroadcastChannel(CHANNEL);
      this.#channel.addEventListener("message", () => void this.refresh());
    }
    const names = await this.#try((disk) => disk.names());
    this.#names.value = names.sort((a, b) => a.localeCompare(b, "en"));
  }

  /** Reads one: a panel of another version may have written it. */
  async open(name: string): Promise<ReadScript> {
    const text = await this.#try((disk) => disk.get(name));
    if (text === null) return { problems: ["It is not there any more: another panel has deleted it."] };
    return readScript(text);
  }

  /** Saves under the script's name, over what had it; says why it cannot be saved, else nothing. */
  async save(script: Script): Promise<string> {
    if (script.steps.length > MOST.steps) return "A script has at most 100,000 steps.";
    const text = writeScript(script);
    // It could not be read again.
    if (text.length > MOST.characters) return "It is too large: a script has at most 16 million characters.";
    await this.#try((disk) => disk.put(script.name, text));
    await this.#changed();
    return "";
  }

  async delete(name: string): Promise<void> {
    await this.#try((disk) => disk.delete(name));
    await this.#changed();
  }

  /** The name, or one like it that no script has yet. */
  freeName(name: string): string {
    const taken = new Set(this.#names.peek());
    for (let number = 2, free = name; ; number++) {
      if (!taken.has(free)) return free;
      const ending = ` ${number}`;
      free = `${name.slice(0, MOST.name - ending.length)}${ending}`;
    }
  }

  async #changed(): Promise<void> {
    this.#channel?.postMessage("changed");
    await this.refresh();
  }

  async #try<T>(act: (disk: ScriptDisk) => Promise<T>): Promise<T> {
    try {
      return await act(this.disk);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#fleeting.value = `The browser keeps no scripts here (${why}): what you save is gone when the panel closes. Export it.`;
      this.disk = openMemoryScripts();
      return act(this.disk);
    }
  }
}

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type BytesDraft, draftOf } from "../../parts/editor/bytes-draft";
import { counted } from "../../parts/words/count";
import { type Format, formatOf, notationOf, textOf } from "./format";
import { switched } from "./switching";
import type { ComposerDraft, MessageContent } from "./types";

/** What an action of the composer did, or why it did nothing. */
export interface Note {
  text: string;
  failed: boolean;
  /** What was written then: the note goes when it changes. */
  about: MessageContent | BytesDraft;
}

const NO_BYTES = new Uint8Array();

/** A message as it is being written, from one draft. */
export class Composing {
  readonly format: Signal<Format>;
  readonly text: Signal<string>;
  readonly bytes: Signal<BytesDraft>;
  readonly templates = signal(false);
  readonly changesShown = signal(false);
  readonly #note = signal<Note | null>(null);

  constructor(readonly draft: ComposerDraft) {
    const { content } = draft;
    const format = formatOf(content);
    this.format = signal(format);
    this.text = signal(typeof content === "string" ? content : "");
    this.bytes = signal(
      draftOf(typeof content === "string" ? NO_BYTES : content, notationOf(format) ?? "hex"),
    );
  }

  readonly binary: ReadonlySignal<boolean> = computed(() => notationOf(this.format.value) !== null);

  /** What is written: the text, or the bytes; null while what is typed stands for none. */
  readonly content: ReadonlySignal<MessageContent | null> = computed(() =>
    this.binary.value ? this.bytes.value.bytes : this.text.value,
  );

  readonly note: ReadonlySignal<Note | null> = computed(() => {
    const note = this.#note.value;
    return note?.about === this.#written() ? note : null;
  });

  #written(): string | BytesDraft {
    return this.binary.value ? this.bytes.value : this.text.value;
  }

  #say(text: string, failed = false): void {
    this.#note.value = text === "" ? null : { text, failed, about: this.#written() };
  }

  #write(content: MessageContent): void {
    if (typeof content === "string") this.text.value = content;
    else this.bytes.value = draftOf(content, notationOf(this.format.value) ?? "hex");
  }

  /** Writes the same message in another format, or says why it cannot be written so. */
  choose(format: Format): void {
    const content = switched(this.content.value, format);
    if (typeof content === "object" && "refused" in content) {
      this.#say(`Stays ${this.format.value}: ${content.refused}`, true);
      return;
    }
    this.format.value = format;
    this.#write(content);
    this.#say("");
  }

  /** Takes a file for the message: as text where text is written and the file is text, else as bytes. */
  async load(file: File): Promise<void> {
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      this.#say(`${file.name} cannot be read`, true);
      return;
    }
    const text = this.binary.value ? null : textOf(bytes);
    const turned = text === null && !this.binary.value;
    if (turned) this.format.value = "Hex";
    this.#write(text ?? bytes);
    this.#say(`Loaded ${file.name}${turned ? ", which is no UTF-8 text, as bytes" : ""}`);
  }

  /** Brings the text's times up to now. */
  refresh(refreshed: (text: string) => { text: string; changed: number }): void {
    const { text, changed } = refreshed(this.text.value);
    this.text.value = text;
    this.#say(changed === 0 ? "No timestamp found" : `${counted(changed, "timestamp")} set to now`);
  }
}

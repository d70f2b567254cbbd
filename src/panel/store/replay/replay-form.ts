import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { importOptions } from "../../../client/import-options";
import type { ClientOptions } from "../../../client/options";
import type { Preset } from "../../../client/preset";
import { presets } from "../../../client/presets";
import { addressOf, problemOfHeaders, problemOfProtocols } from "./form-problem";
import { type OptionKey, optionValue, withValue } from "./option-values";
import type { Header } from "./world";

/** A preset's options: as documented, or as its library was measured to behave. */
function optionsOf(id: Preset["id"], measured: boolean): ClientOptions {
  const preset = presets.find((each) => each.id === id) as Preset;
  return { ...preset.options, ...(measured && preset.measured?.options) };
}

/** What became of options that were pasted. */
export interface Pasted {
  /** How many were taken over. */
  readonly taken: number;
  readonly refused: readonly { key: string; why: string }[];
}

/** What the next connection will be like. What is changed applies from the next Connect on. */
export class ReplayForm {
  readonly preset: Signal<Preset["id"]> = signal("warpkit");
  /** Whether the preset's real behaviour is wanted, where it differs from the documented. */
  readonly measured = signal(false);
  readonly url = signal("");
  /** Comma-separated. */
  readonly protocols = signal("");
  readonly from: Signal<"page" | "extension"> = signal("page");
  /** For sockets of the extension. */
  readonly headers: Signal<readonly Header[]> = signal([]);
  /** The preset's own options, from which the user's may differ. */
  readonly defaults: ReadonlySignal<ClientOptions> = computed(() =>
    optionsOf(this.preset.value, this.measured.value),
  );
  readonly options: Signal<ClientOptions> = signal(this.defaults.peek());
  #page: Signal<string | undefined> = signal(undefined);

  constructor(private readonly pageUrl: () => string | undefined) {}

  /** Where the URL leads; empty where it leads nowhere. */
  readonly address: ReadonlySignal<string> = computed(() => {
    const found = addressOf(this.url.value, this.#page.value);
    return "address" in found ? found.address : "";
  });

  /** What is wrong with the URL; empty where nothing is. */
  readonly urlProblem: ReadonlySignal<string> = computed(() => {
    const found = addressOf(this.url.value, this.#page.value);
    return "problem" in found ? found.problem : "";
  });

  readonly protocolsProblem: ReadonlySignal<string> = computed(() =>
    problemOfProtocols(this.protocols.value),
  );

  readonly headersProblem: ReadonlySignal<string> = computed(() =>
    this.from.value === "extension" ? problemOfHeaders(this.headers.value) : "",
  );

  /** What is wrong with the form; empty where nothing is. */
  readonly problem: ReadonlySignal<string> = computed(
    () => this.urlProblem.value || this.protocolsProblem.value || this.headersProblem.value,
  );

  /** The tab may show another page by now: URLs are relative to it. */
  lookAtPage(): void {
    this.#page.value = this.pageUrl();
  }

  /** Takes over a preset's options, all of them. */
  choose(preset: Preset["id"], measured = this.measured.peek()): void {
    batch(() => {
      this.preset.value = preset;
      this.measured.value = measured;
      this.options.value = this.defaults.value;
    });
  }

  /** Gives an option another value than the preset's. */
  change(key: OptionKey, value: unknown): void {
    this.options.value = withValue(this.options.peek(), key, value);
  }

  /** Gives an option, or all of them, the preset's value again. */
  reset(key?: OptionKey): void {
    const { defaults } = this;
    if (key === undefined) this.options.value = defaults.peek();
    else this.change(key, optionValue(defaults.peek(), key));
  }

  /** Takes over options from JSON, under the names that this or a known library has for them. */
  paste(json: string): Pasted {
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch (error) {
      return { taken: 0, refused: [{ key: "", why: `This is no JSON: ${(error as Error).message}` }] };
    }
    const { options, refused } = importOptions(value);
    const { heartbeat, ...rest } = options;
    const before = this.options.peek();
    this.options.value = { ...before, ...rest, heartbeat: { ...before.heartbeat, ...heartbeat } };
    return { taken: Object.keys(rest).length + Object.keys(heartbeat ?? {}).length, refused };
  }
}

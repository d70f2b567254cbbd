import { CHOICES, type Settings } from "./settings";

const WORDS: Record<string, Record<string, string>> = {
  pace: { "0": "all at once", "1": "1x", "10": "10x" },
  flood: { "0": "no" },
  rate: { "0": "as fast as possible" },
  standing: { "": "as played" },
  theme: { "": "as the browser" },
};

/** Fills the form with a choice for each setting; choosing loads the page anew, so every state has an address. */
export function fillBar(form: HTMLFormElement, settings: Settings, captures: readonly string[]): void {
  const choices: Record<string, readonly string[]> = { capture: captures, ...CHOICES };
  for (const [name, values] of Object.entries(choices)) {
    const current = String(settings[name as keyof Settings]);
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.name = name;
    for (const value of new Set([...values, current])) {
      select.add(new Option(WORDS[name]?.[value] ?? value, value, false, value === current));
    }
    label.append(`${name} `, select);
    form.append(label);
  }
  form.addEventListener("change", () => form.submit());
}

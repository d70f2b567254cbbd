/** Most different texts that are kept, and most code units of all of them: a hostile page may name a million rooms. */
const MOST = { texts: 500_000, units: 20_000_000 };
const TOO_MANY = "(too many different names)";

/** Texts by number, each kept once: a row has room for a number only. 0 is the empty text. */
export class Words {
  #numbers = new Map<string, number>([
    ["", 0],
    [TOO_MANY, 1],
  ]);
  #texts = ["", TOO_MANY];
  #units = 0;

  constructor(private readonly most = MOST) {}

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    if (this.#texts.length >= this.most.texts || this.#units + text.length > this.most.units) return 1;
    this.#units += text.length;
    this.#numbers.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  text(number: number): string {
    return this.#texts[number] ?? "";
  }
}

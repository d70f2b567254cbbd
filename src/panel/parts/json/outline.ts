import { isContainer, type JsonPart, partsOf, skipSpace } from "./scan";

/** A line of the tree: a value of the text, or a range of an array's or object's entries. */
export interface JsonLine {
  /** Stays the same while the text does. */
  id: string;
  /** From 1. */
  level: number;
  label: JsonLabel;
  start: number;
  end: number;
  /** Undefined where there is nothing to open. */
  open?: boolean | undefined;
  /** Number of entries under an open line. */
  entries?: number;
  range: boolean;
}

export type JsonLabel = { key: string } | { index: number } | { from: number; to: number } | null;

const RANGE = 100;

/** Which lines of a JSON text are in sight, for what is open. It remembers what it found, not what is open. */
export class JsonOutline {
  #parts = new Map<number, JsonPart[]>();
  readonly #start: number;

  constructor(readonly text: string) {
    this.#start = skipSpace(text, 0);
  }

  #partsAt(start: number): JsonPart[] {
    let parts = this.#parts.get(start);
    if (!parts) {
      parts = partsOf(this.text, start);
      this.#parts.set(start, parts);
    }
    return parts;
  }

  #line(part: JsonPart, index: number, level: number, open: ReadonlySet<string>): JsonLine {
    const { key, start, end } = part;
    const id = String(start);
    const label = key ? { key: JSON.parse(this.text.slice(key.start, key.end)) as string } : { index };
    const empty = skipSpace(this.text, start + 1) === end - 1;
    const opens = isContainer(this.text, start) && !empty;
    return { id, level, label, start, end, range: false, open: opens ? open.has(id) : undefined };
  }

  root(open: ReadonlySet<string>): JsonLine {
    const end = this.text.trimEnd().length;
    return { ...this.#line({ key: null, start: this.#start, end }, 0, 1, open), label: null };
  }

  /** The lines right under an open line. */
  under(line: JsonLine, open: ReadonlySet<string>): JsonLine[] {
    const place = Number(line.id.split(":")[0]);
    const parts = this.#partsAt(place);
    const level = line.level + 1;
    if (line.range || parts.length <= RANGE) {
      const from = line.label && "from" in line.label ? line.label.from : 0;
      const to = line.label && "from" in line.label ? line.label.to + 1 : parts.length;
      return parts.slice(from, to).map((part, i) => this.#line(part, from + i, level, open));
    }
    const ranges: JsonLine[] = [];
    for (let from = 0; from < parts.length; from += RANGE) {
      const to = Math.min(from + RANGE, parts.length) - 1;
      const id = `${place}:${from}`;
      const start = parts[from]?.start ?? 0;
      const end = parts[to]?.end ?? start;
      ranges.push({ id, level, label: { from, to }, start, end, range: true, open: open.has(id) });
    }
    return ranges;
  }

  /** All lines in sight, from the top. */
  lines(open: ReadonlySet<string>): JsonLine[] {
    const lines: JsonLine[] = [];
    const waiting = [this.root(open)];
    for (let line = waiting.pop(); line; line = waiting.pop()) {
      lines.push(line);
      if (!line.open) continue;
      const under = this.under(line, open);
      line.entries = under.length;
      for (let i = under.length - 1; i >= 0; i--) waiting.push(under[i] as JsonLine);
    }
    return lines;
  }

  /** What to open at first: level after level, as long as the tree stays short. */
  firstOpen(atMost: number): Set<string> {
    const open = new Set<string>();
    let seen = 1;
    let level = [this.root(open)];
    while (level.length > 0) {
      const next: JsonLine[] = [];
      for (const line of level) {
        if (line.open === undefined) continue;
        const under = this.under(line, open);
        if (seen + under.length > atMost && open.size > 0) return open;
        open.add(line.id);
        seen += under.length;
        next.push(...under);
      }
      level = next;
    }
    return open;
  }
}

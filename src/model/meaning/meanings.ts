import { DIALECT_IDS, type DialectId } from "../dialect/dialect";
import { ENVELOPE_KINDS, type EnvelopeKind } from "../dialect/envelope";
import { RoomLists } from "./room-lists";
import { Words } from "./words";

const FIRST_CAPACITY = 1024;
const KINDS = new Map(ENVELOPE_KINDS.map((kind, index) => [kind, index + 1]));
const DIALECTS = new Map(DIALECT_IDS.map((id, index) => [id, index]));

/** What is kept of a frame's meaning. */
export interface Meaning {
  kind: EnvelopeKind;
  dialect: DialectId;
  name: string;
  rooms: readonly string[];
  /** Bits of `Mark`. */
  marks: number;
  /** The row of the frame that it answers or repeats; -1 for none. */
  partner: number;
}

/**
 * What the frames of a capture mean, in columns of 16 bytes a row: enough for a list, a filter and a jump. All else is
 * read again from the content when somebody looks.
 */
export class Meanings {
  #words = new Words();
  #roomLists = new RoomLists();
  #base = 0;
  #kind = new Uint8Array(FIRST_CAPACITY);
  #dialect = new Uint8Array(FIRST_CAPACITY);
  #marks = new Uint16Array(FIRST_CAPACITY);
  #name = new Uint32Array(FIRST_CAPACITY);
  #rooms = new Uint32Array(FIRST_CAPACITY);
  /** Row + 1; 0 for none. */
  #partner = new Uint32Array(FIRST_CAPACITY);

  /** Whether this row was read. */
  has(row: number): boolean {
    return (this.#kind[row - this.#base] ?? 0) > 0;
  }

  put(row: number, { kind, dialect, name, rooms, marks, partner }: Meaning): void {
    const index = row - this.#base;
    if (index < 0) return;
    while (index >= this.#kind.length) this.#grow();
    this.#kind[index] = KINDS.get(kind) ?? 0;
    this.#dialect[index] = DIALECTS.get(dialect) ?? 0;
    this.#marks[index] = marks;
    this.#name[index] = this.#words.number(name);
    this.#rooms[index] = this.#roomLists.number(rooms);
    this.#partner[index] = partner + 1;
  }

  /** Adds marks to a row that was read. */
  mark(row: number, marks: number): void {
    const index = row - this.#base;
    if (index >= 0 && index < this.#marks.length) this.#marks[index] = (this.#marks[index] ?? 0) | marks;
  }

  /** The meanings of rows stand at other ones too: their frames were appended again, as `moved` says. */
  copy(row: number, moved: (row: number) => number): void {
    if (!this.has(row)) return;
    const meaning = this.at(row);
    this.put(moved(row), { ...meaning, partner: meaning.partner < 0 ? -1 : moved(meaning.partner) });
  }

  at(row: number): Meaning {
    return {
      kind: this.kind(row),
      dialect: this.dialect(row),
      name: this.name(row),
      rooms: this.rooms(row),
      marks: this.marks(row),
      partner: this.partner(row),
    };
  }

  /** "unknown" for a row that was not read. */
  kind(row: number): EnvelopeKind {
    return ENVELOPE_KINDS[(this.#kind[row - this.#base] ?? 0) - 1] ?? "unknown";
  }

  dialect(row: number): DialectId {
    return DIALECT_IDS[this.#dialect[row - this.#base] ?? 0] ?? "text";
  }

  name(row: number): string {
    return this.#words.text(this.#name[row - this.#base] ?? 0);
  }

  rooms(row: number): readonly string[] {
    return this.#roomLists.rooms(this.#rooms[row - this.#base] ?? 0);
  }

  marks(row: number): number {
    return this.#marks[row - this.#base] ?? 0;
  }

  partner(row: number): number {
    return (this.#partner[row - this.#base] ?? 0) - 1;
  }

  /** Forgets the rows before this one. */
  dropBefore(row: number): void {
    const count = row - this.#base;
    if (count <= 0) return;
    this.#base = row;
    for (const column of [
      this.#kind,
      this.#dialect,
      this.#marks,
      this.#name,
      this.#rooms,
      this.#partner,
    ] as const) {
      column.copyWithin(0, count);
      column.fill(0, Math.max(0, column.length - count));
    }
    if (this.#kind.some((kind) => kind > 0)) return;
    // Nothing is left that has a name.
    this.#words = new Words();
    this.#roomLists = new RoomLists();
  }

  #grow(): void {
    const more = <C extends Uint8Array | Uint16Array | Uint32Array>(
      column: C,
      make: new (length: number) => C,
    ): C => {
      const next = new make(column.length * 2);
      next.set(column);
      return next;
    };
    this.#dialect = more(this.#dialect, Uint8Array);
    this.#marks = more(this.#marks, Uint16Array);
    this.#name = more(this.#name, Uint32Array);
    this.#rooms = more(this.#rooms, Uint32Array);
    this.#partner = more(this.#partner, Uint32Array);
    this.#kind = more(this.#kind, Uint8Array);
  }
}

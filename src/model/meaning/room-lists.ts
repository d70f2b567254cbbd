import { Words } from "./words";

const NONE: readonly string[] = [];

/** The rooms of rows, by number: most rows have none or one, and a list of several is kept once. */
export class RoomLists {
  #names = new Words();
  /** Numbers of names, apart by a space. */
  #lists = new Words();

  number(rooms: readonly string[]): number {
    if (rooms.length === 0) return 0;
    return this.#lists.number(rooms.map((room) => this.#names.number(room)).join(" "));
  }

  rooms(number: number): readonly string[] {
    const list = this.#lists.text(number);
    if (list === "") return NONE;
    // What stands for too many is no list.
    if (number === 1) return [list];
    return list.split(" ").map((name) => this.#names.text(Number(name)));
  }
}

import { type Capture, RowFlag, type Sums } from "../../model/capture";
import type { Imported } from "../../model/capture-file/imported";
import type { ImportedFrom, Socket } from "../../model/socket";

/** A file that was imported: its rows stand together in the capture, `from` up to (not including) `to`. */
interface Group extends ImportedFrom {
  from: number;
  to: number;
  readonly sums: Sums;
}

/** A Blob that was being read when the file was written: nobody reads it any more. */
function settled(flags: number): number {
  return flags & RowFlag.Pending ? (flags & ~RowFlag.Pending) | RowFlag.Unkept : flags;
}

const NOTHING: Sums = { frames: 0, bytes: 0, lost: 0 };

/**
 * What came from files. It stands in the capture like the page's own, but no navigation takes it away, and a file can
 * be taken away by itself.
 */
export class Imports {
  #shown: readonly Group[] = [];
  #removed: readonly Group[] = [];
  /** As it was before the last Clear. */
  #before: readonly Group[] | null = null;
  #lastId = 0;

  constructor(private readonly capture: Capture) {}

  /** The files in sight, in the order of their import. */
  get files(): readonly ImportedFrom[] {
    return this.#shown;
  }

  shows({ id }: ImportedFrom): boolean {
    return this.#shown.some((group) => group.id === id);
  }

  /** Appends what a file held; its sockets get the next numbers. */
  add(file: string, { sockets, rows, events }: Imported): void {
    const { capture } = this;
    const imported: ImportedFrom = { id: ++this.#lastId, file };
    const from = capture.end;
    const before = { ...capture.totals };
    const added = sockets.map((socket) =>
      capture.addSocket({
        ...socket,
        imported,
        sent: { frames: 0, bytes: 0 },
        received: { frames: 0, bytes: 0 },
        lost: 0,
      }),
    );
    for (let index = 0; index < rows.length; index++) {
      const socket = added[rows.socket[index] ?? 0];
      if (!socket) continue;
      capture.append({
        time: rows.time[index] ?? 0,
        socket,
        flags: settled(rows.flags[index] ?? 0),
        size: rows.size[index] ?? 0,
        payload: rows.payload[index] ?? null,
        event: events.get(index),
      });
    }
    const { frames, bytes, lost } = capture.totals;
    const sums = {
      frames: frames - before.frames,
      bytes: bytes - before.bytes,
      lost: lost - before.lost,
    };
    this.#shown = [...this.#shown, { ...imported, from, to: capture.end, sums }];
  }

  remove(id: number): void {
    this.#removed = [...this.#removed, ...this.#shown.filter((group) => group.id === id)];
    this.#shown = this.#shown.filter((group) => group.id !== id);
  }

  /** Tells of a row whether its file was removed; null when that is true of none from `floor` on. */
  removedRows(floor: number): ((row: number) => boolean) | null {
    const groups = this.#removed.filter(({ from }) => from >= floor);
    return groups.length === 0 ? null : (row) => groups.some(({ from, to }) => row >= from && row < to);
  }

  /** Sums over the rows from `floor` on whose file was removed. */
  removedSums(floor: number): Sums {
    return this.#removed
      .filter(({ from }) => from >= floor)
      .reduce(
        (all, { sums }) => ({
          frames: all.frames + sums.frames,
          bytes: all.bytes + sums.bytes,
          lost: all.lost + sums.lost,
        }),
        NOTHING,
      );
  }

  /** Sums over the rows from `floor` on, without those whose file was removed. */
  withoutRemoved({ frames, bytes, lost }: Sums, floor: number): Sums {
    const removed = this.removedSums(floor);
    return { frames: frames - removed.frames, bytes: bytes - removed.bytes, lost: lost - removed.lost };
  }

  /** A Clear takes files away like everything else. */
  putAway(): void {
    this.#before = this.#shown;
    this.#shown = [];
  }

  giveBack(): void {
    this.#shown = [...(this.#before ?? []), ...this.#shown];
    this.#before = null;
  }

  /** Nothing will be given back: what was removed or put away is no longer in the capture. */
  discard(floor: number): void {
    this.#before = null;
    this.#removed = this.#removed.filter(({ from }) => from >= floor);
  }

  /**
   * The rows before `floor` are about to be thrown away: appends those of files again, so that they stay. A row's
   * number changes by that; returns the new one of a row.
   */
  carryOver(floor: number): (row: number) => number {
    const moves: { from: number; to: number; by: number }[] = [];
    this.#shown = this.#shown.map((group) => {
      if (group.from >= floor || group.from === group.to) return group;
      const by = this.capture.end - group.from;
      this.#appendAgain(group);
      moves.push({ from: group.from, to: group.to, by });
      return { ...group, from: group.from + by, to: group.to + by };
    });
    return (row) => row + (moves.find(({ from, to }) => row >= from && row < to)?.by ?? 0);
  }

  /** Appends rows that are there already, without counting them twice. */
  #appendAgain({ from, to }: Group): void {
    const { capture } = this;
    const totals = { ...capture.totals };
    const counts = new Map<Socket, Pick<Socket, "sent" | "received" | "lost">>();
    for (let row = from; row < to; row++) {
      const socket = capture.socket(row);
      if (!counts.has(socket)) {
        const { sent, received, lost } = socket;
        counts.set(socket, { sent: { ...sent }, received: { ...received }, lost });
      }
      capture.append({
        time: capture.time(row),
        socket,
        flags: capture.flags(row),
        size: capture.size(row),
        payload: capture.payload(row),
        event: capture.event(row),
      });
    }
    Object.assign(capture.totals, totals);
    for (const [socket, { sent, received, lost }] of counts) {
      Object.assign(socket.sent, sent);
      Object.assign(socket.received, received);
      socket.lost = lost;
    }
  }
}

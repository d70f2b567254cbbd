import { RowFlag } from "../../src/model/capture";
import { type FakeDisk, settle } from "./fake-disk";
import type { PanelSide } from "./panel-side";

/** "row 0", "row 1" ... */
export function names(count: number, word = "row"): string[] {
  return Array.from({ length: count }, (_, index) => `${word} ${index}`);
}

/** Rows whose content is on disk only. */
export function away({ store: { capture } }: PanelSide): number[] {
  const rows = Array.from({ length: capture.end - capture.start }, (_, index) => capture.start + index);
  return rows.filter((row) => capture.flags(row) & RowFlag.Stored);
}

/** The names of the rows that are shown, as the list and a lease know them. */
export async function shown(side: PanelSide): Promise<string[]> {
  const { rows, capture, attic } = side.store;
  const lease = attic.lease();
  const texts: string[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows.at(index);
    const payload =
      capture.flags(row) & RowFlag.Stored ? await lease.payload(row) : (capture.payload(row) as string);
    texts.push(String(payload).replace(/\.+$/, ""));
  }
  lease.end();
  return texts;
}

/** Has rows in sight, and returns what they show. */
export function look(side: PanelSide, rows: number[], opened: number | null = null): string[] {
  side.store.attic.show(rows, opened);
  return rows.map((row) => String(side.store.capture.payload(row)).replace(/\.+$/, ""));
}

/** Types a filter, and waits for what it finds. */
export async function filter(side: PanelSide, disk: FakeDisk, query: string): Promise<void> {
  side.store.filtering.query.value = query;
  await settle(side, disk);
}

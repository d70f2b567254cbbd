import { type Capture, type Loss, RowFlag } from "../../../model/capture";
import { LOADING, lossText, READING, UNKEPT } from "../frames/content";

/** Why a row has no content to show; empty when it has. */
export function absence(capture: Capture, row: number, flags: number): string {
  if (flags & RowFlag.Loss) return lossText(capture.payload(row) as Loss, capture.socket(row).number);
  if (flags & RowFlag.Unkept) return UNKEPT;
  if (flags & RowFlag.Stored) return LOADING;
  return flags & RowFlag.Pending ? READING : "";
}

export function Absent({ why }: { why: string }) {
  return <p class="quiet-note">{why.charAt(0).toUpperCase() + why.slice(1)}</p>;
}

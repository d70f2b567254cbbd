import type { Exported } from "../../store/exchange";

/** The browser may still be reading it when the click returns. */
const KEEP_MS = 60_000;

/** Saves a file as a click on a link would: that takes no permission. */
export function download({ name, blob }: Exported): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}

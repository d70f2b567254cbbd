/**
 * Puts text on the clipboard; false when the browser refuses. navigator.clipboard is forbidden inside DevTools (by
 * permissions policy), the copy event is not, and it needs no permission.
 */
function copyText(text: string): boolean {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", fill, { capture: true, once: true });
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", fill, { capture: true });
  }
}

/** Puts text on the clipboard, and says how it went. */
export function copyOutcome(text: string): string {
  return copyText(text) ? "Copied" : "The browser refused to copy";
}

import { Copy } from "lucide";
import { useState } from "preact/hooks";
import { type Capture, RowFlag } from "../../../model/capture";
import { copyText } from "../../parts/clipboard";
import { Icon } from "../../parts/icon";
import { copiedText } from "../frames/content";

/** Says for a moment how it went: the end of the animation ends the moment. */
export function CopyButton({ capture, row }: { capture: Capture; row: number }) {
  const [outcome, setOutcome] = useState("");
  const copy = () => {
    const text = copiedText(capture, row);
    if (capture.flags(row) & RowFlag.Stored) setOutcome("Still loading: try again");
    else if (text === null) setOutcome("Nothing to copy");
    else setOutcome(copyText(text) ? "Copied" : "The browser refused to copy");
  };
  return (
    <>
      <span class="outcome" aria-live="polite">
        {outcome !== "" && (
          <span class="passing" onAnimationEnd={() => setOutcome("")}>
            {outcome}
          </span>
        )}
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label="Copy"
        title={capture.payload(row) instanceof Uint8Array ? "Copy as hex (Ctrl+C)" : "Copy (Ctrl+C)"}
        onClick={copy}
      >
        <Icon of={Copy} />
      </button>
    </>
  );
}

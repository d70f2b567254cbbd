import { Copy } from "lucide";
import { useState } from "preact/hooks";
import { type Capture, RowFlag } from "../../../model/capture";
import { copyOutcome } from "../../parts/clipboard";
import { Icon } from "../../parts/icon";
import { Outcome } from "../../parts/outcome";
import { copiedText } from "../frames/content";

/** Copies a frame's content. */
export function CopyButton({ capture, row }: { capture: Capture; row: number }) {
  const [outcome, setOutcome] = useState("");
  const copy = () => {
    const text = copiedText(capture, row);
    if (capture.flags(row) & RowFlag.Stored) setOutcome("Still loading: try again");
    else if (text === null) setOutcome("Nothing to copy");
    else setOutcome(copyOutcome(text));
  };
  return (
    <>
      <Outcome text={outcome} onEnd={() => setOutcome("")} />
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

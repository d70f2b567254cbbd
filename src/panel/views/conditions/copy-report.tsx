import { Copy } from "lucide";
import { useState } from "preact/hooks";
import { copyOutcome } from "../../parts/clipboard";
import { Icon } from "../../parts/icon";
import { Outcome } from "../../parts/outcome";

/** Copies what `markdown` gives, and says for a moment how it went. */
export function CopyReport({ markdown }: { markdown: () => string }) {
  const [outcome, setOutcome] = useState("");
  return (
    <>
      <button
        type="button"
        class="plain-button with-icon"
        onClick={() => setOutcome(copyOutcome(markdown()))}
      >
        <Icon of={Copy} size={12} />
        Copy as Markdown
      </button>
      <Outcome text={outcome} onEnd={() => setOutcome("")} />
    </>
  );
}

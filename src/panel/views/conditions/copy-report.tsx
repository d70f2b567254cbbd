import { Copy } from "lucide";
import { useState } from "preact/hooks";
import { copyText } from "../../parts/clipboard";
import { Icon } from "../../parts/icon";

/** Copies what `markdown` gives, and says for a moment how it went. */
export function CopyReport({ markdown }: { markdown: () => string }) {
  const [outcome, setOutcome] = useState("");
  return (
    <>
      <button
        type="button"
        class="plain-button with-icon"
        onClick={() => setOutcome(copyText(markdown()) ? "Copied" : "The browser refused to copy")}
      >
        <Icon of={Copy} size={12} />
        Copy as Markdown
      </button>
      <span class="outcome" aria-live="polite">
        {outcome !== "" && (
          <span class="passing" onAnimationEnd={() => setOutcome("")}>
            {outcome}
          </span>
        )}
      </span>
    </>
  );
}

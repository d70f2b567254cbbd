import type { Finding } from "../../../model/finding/finding";
import { oneLine } from "../../parts/words/one-line";
import type { Store } from "../../store/store";
import { SEVERITY_WORDS, SeverityIcon } from "./severity";
import { ShowButton } from "./show-button";

/** Characters of a title, which may name rooms; and of a tip. */
const LONGEST = 400;
const LONGEST_TIP = 200;

interface Props {
  finding: Finding;
  store: Store;
  dismissed: boolean;
  /** Dismisses it, or takes that back. */
  onToggle: () => void;
}

/** What is probably wrong, what to do about it, and the way to the frames that show it. */
export function FindingItem({ finding, store, dismissed, onToggle }: Props) {
  const { severity, title, advice } = finding;
  return (
    <li class={dismissed ? "finding dismissed" : "finding"}>
      <SeverityIcon of={severity} />
      <div class="finding-text">
        <p class="finding-title">
          <span class={`severity severity-${severity}`}>{SEVERITY_WORDS[severity]}: </span>
          {oneLine(title, LONGEST)}
        </p>
        <p class="finding-advice">{advice}</p>
      </div>
      <div class="finding-actions">
        <ShowButton store={store} evidence={finding} />
        <button type="button" class="link-button" title={oneLine(title, LONGEST_TIP)} onClick={onToggle}>
          {dismissed ? "Restore" : "Dismiss"}
        </button>
      </div>
    </li>
  );
}

import { useEffect, useRef, useState } from "preact/hooks";
import type { Finding } from "../../../model/finding/finding";
import { grouped } from "../../parts/words/count";
import { oneLine } from "../../parts/words/one-line";
import type { Findings, SessionFindings } from "../../store/findings";
import type { Store } from "../../store/store";
import { FindingItem } from "./finding-item";
import { LookedFor } from "./looked-for";

interface Props {
  store: Store;
  findings: Findings;
  /** Of one session. */
  found: SessionFindings;
}

/** What was dismissed last, and where it stood: what takes that back stands there now. */
interface Dismissed {
  readonly finding: Finding;
  readonly at: number;
}

/** What is probably wrong with a session. What is dismissed is counted, and can be had back. */
export function FindingList({ store, findings, found }: Props) {
  const { session, open, dismissed } = found;
  const [shown, setShown] = useState(false);
  const [last, setLast] = useState<Dismissed | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // The button that was pressed is gone with its finding: the focus goes on to what takes it back.
  useEffect(() => undo.current?.focus({ preventScroll: true }), [last]);
  const restore = (finding: Finding) => {
    findings.restore(session, finding);
    setLast(null);
    list.current?.focus({ preventScroll: true });
  };
  const items = open.map((finding, at) => (
    <FindingItem
      key={finding.id}
      finding={finding}
      store={store}
      dismissed={false}
      onToggle={() => {
        findings.dismiss(session, finding);
        setLast({ finding, at });
      }}
    />
  ));
  if (last) {
    items.splice(
      last.at,
      0,
      <li key="dismissed last" class="finding undone">
        Dismissed: {oneLine(last.finding.title, 200)}
        <button ref={undo} type="button" class="link-button" onClick={() => restore(last.finding)}>
          Undo
        </button>
      </li>,
    );
  }
  return (
    <section class="findings" aria-label="Findings">
      <h3>Findings</h3>
      {open.length === 0 && (
        <p class="quiet">Nothing {dismissed.length > 0 && "else "}suspicious seen so far.</p>
      )}
      <ul class="finding-list" ref={list} tabIndex={-1} aria-label="What is probably wrong">
        {items}
        {shown &&
          dismissed.map((finding) => (
            <FindingItem
              key={finding.id}
              finding={finding}
              store={store}
              dismissed
              onToggle={() => restore(finding)}
            />
          ))}
      </ul>
      <div class="finding-foot">
        <LookedFor />
        {dismissed.length > 0 && (
          <span>
            {grouped(dismissed.length)} dismissed,{" "}
            <button type="button" class="link-button" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {shown ? "hide" : "show"}
            </button>
          </span>
        )}
      </div>
    </section>
  );
}

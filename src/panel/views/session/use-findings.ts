import { useEffect } from "preact/hooks";
import { type Findings, findingsIn } from "../../store/findings";
import type { Store } from "../../store/store";

/** The findings of the sessions in sight, kept up to date as long as what asks for them is shown. */
export function useFindings(store: Store): Findings {
  const findings = findingsIn(store);
  findings.version.value;
  useEffect(() => findings.watch(), [findings]);
  return findings;
}

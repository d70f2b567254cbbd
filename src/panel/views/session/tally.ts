import type { Finding } from "../../../model/finding/finding";
import type { Sessions } from "../../../model/session/sessions";
import type { Findings } from "../../store/findings";
import { SEVERITIES } from "./severity";

/** How many findings there are, and how bad the worst of them is. */
export interface Tally {
  readonly count: number;
  readonly severity: Finding["severity"];
}

/** Findings of several sessions taken together. */
export function tallied(findings: readonly Finding[]): Tally {
  const severity = SEVERITIES.find((each) => findings.some((finding) => finding.severity === each));
  return { count: findings.length, severity: severity ?? "note" };
}

/** The findings of the sessions of these sockets. */
export function tallyOf(
  findings: Findings,
  sockets: readonly { readonly number: number }[],
  sessions: Sessions,
): Tally {
  const met = new Set(sockets.flatMap(({ number }) => sessions.of(number) ?? []));
  return tallied([...met].flatMap((session) => findings.of(session).open));
}

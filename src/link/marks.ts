import type { Conditions, Offline } from "../conditions";

/**
 * What a document that is loaded meanwhile is to believe, before its first script: no message comes that early, but the
 * document's permissions policy is there. The worker has features switched off in it that no page misses (the browser
 * has them for nothing any more, or for servers), and frames inherit that. Other policies switch off everything there
 * is: where `GUARD` is off as well, it says nothing.
 */
const MARK = "ch-save-data";
const TOLD = "private-state-token-issuance";
const HIDDEN = "private-state-token-redemption";
const HALF_OPEN = "deferred-fetch-minimal";
const GUARD = "gamepad";

/** As much of `document.featurePolicy` as is needed here. */
interface FeaturePolicy {
  allowsFeature(name: string): boolean;
  features(): string[];
}

/** The `Permissions-Policy` that says it; null where the first script could see nothing of it. */
export function marksOf({ offline, hidden }: Conditions): string | null {
  const marks = [
    ...(offline?.told ? [TOLD] : []),
    ...(offline?.kind === "half-open" ? [HALF_OPEN] : []),
    ...(hidden ? [HIDDEN] : []),
  ];
  return marks.length === 0 ? null : [MARK, ...marks].map((name) => `${name}=()`).join(", ");
}

/** What a document's policy says; details are left out, the worker will tell them. */
export function readMarks(policy: FeaturePolicy | undefined): Conditions | null {
  if (!policy || policy.allowsFeature(MARK) || !policy.allowsFeature(GUARD)) return null;
  const known = policy.features();
  // What the browser does not know is off for it.
  const off = (name: string) => known.includes(name) && !policy.allowsFeature(name);
  const [told, halfOpen, hidden] = [off(TOLD), off(HALF_OPEN), off(HIDDEN)];
  if (!off(MARK) || !(told || halfOpen || hidden)) return null;
  const kind = halfOpen ? "half-open" : "refusing";
  const offline: Offline = { kind, told, code: 1000, reason: "" };
  return {
    offline: told || halfOpen ? offline : null,
    hidden: hidden ? { frozen: false, cached: false } : null,
  };
}

import { grouped } from "../amounts";
import { POLICIES, type PolicyName, type Range, type Setting } from "./policies";
import { bestSetting, type Match, type Waited } from "./policy-search";

/** The reconnect policy that fits observed delays best. It is inferred: the client may do something else. */
export interface PolicyFit {
  readonly name: PolicyName;
  /** Ms of the first step, as a round number; 0 for "at-once". */
  readonly base: number;
  /** Ms that no step exceeds; null where none is seen. */
  readonly cap: number | null;
  /** How many of how many delays it explains, give or take 50 ms or 5 %, whichever is more. */
  readonly explained: number;
  readonly of: number;
  /** `explained / of`, 0.8 to 1. */
  readonly share: number;
  /** "exponential from 1,000 ms up to 30,000 ms: explains 6 of 6 delays" */
  readonly sentence: string;
  /** The shortest and longest delay in ms that it chooses before an attempt (from 1), without the tolerance. */
  expected(attempt: number): Range;
}

/** Below this nothing can be told. */
const FEWEST = 3;
/** Below this a policy with chance in it explains anything. */
const FEWEST_BY_CHANCE = 5;
/** Share of the delays that must be explained: one in five may have been cut short, by `online` or by the user. */
const SHARE = 0.8;
/** So many delays are looked at, the newest. */
const MOST = 100;

/**
 * Which reconnect policy fits the delays best, and how well: null with fewer than three delays, and where none
 * explains four in five of them; one with chance in it must explain at least five. A policy without chance in it wins over those with chance, which explain nearly
 * anything; beyond that more explained delays win, then simplicity, in the order of {@link POLICIES}.
 *
 * @param delays oldest first; ms from the end of a socket to the next attempt, and that attempt's number, from 1
 */
export function fitPolicy(delays: readonly Waited[]): PolicyFit | null {
  const known = delays.filter(({ delay, attempt }) => delay >= 0 && delay < 1e9 && attempt >= 1).slice(-MOST);
  if (known.length < FEWEST) return null;
  const needed = Math.max(FEWEST, Math.ceil(known.length * SHARE));
  const matches = POLICIES.map((policy) => bestSetting(policy, known));
  const enough = matches.filter(
    ({ policy, explained }) => explained >= (policy.exact ? needed : Math.max(needed, FEWEST_BY_CHANCE)),
  );
  const exact = enough.filter(({ policy }) => policy.exact);
  const best = (exact.length > 0 ? exact : enough).reduce<Match | null>(
    (most, match) => (most && most.explained >= match.explained ? most : match),
    null,
  );
  return best && fitOf(best, known.length);
}

function fitOf({ policy, setting, explained }: Match, of: number): PolicyFit {
  const words = inWords(policy.name, setting);
  return {
    name: policy.name,
    base: setting.base,
    cap: Number.isFinite(setting.cap) && policy.grows ? setting.cap : null,
    explained,
    of,
    share: explained / of,
    sentence: `${words}: explains ${grouped(explained)} of ${grouped(of)} delays`,
    expected: (attempt) => policy.range(setting, Math.max(1, attempt)),
  };
}

function inWords(name: PolicyName, { base, cap }: Setting): string {
  const from = `from ${grouped(base)} ms`;
  const upTo = Number.isFinite(cap) ? `up to ${grouped(cap)} ms` : "without a cap seen";
  switch (name) {
    case "at-once":
      return "at once, without waiting";
    case "constant":
      return `always ${grouped(base)} ms`;
    case "exponential":
      return `exponential ${from} ${upTo}`;
    case "proportional-jitter":
      return `exponential ${from} ${upTo}, 20 % more or less by chance`;
    case "min-random":
      return `at least ${grouped(base)} ms, and as much again by chance, doubling, ${upTo}`;
    case "full-jitter":
      return `full jitter: by chance between 0 and ${grouped(base)} ms, doubling, ${upTo}`;
  }
}

import { RowFlag } from "../capture";

/** What Sockeye itself did with a frame, as files say it. */
const DEEDS = { injected: RowFlag.Injected, withheld: RowFlag.Withheld, late: RowFlag.Late } as const;
type Deed = keyof typeof DEEDS;

const ENTRIES = Object.entries(DEEDS) as [Deed, number][];
const ALL = RowFlag.Injected | RowFlag.Withheld | RowFlag.Late;

/** `{ injected: true }` and the like: what was not done is left out. */
export function deedsOf(flags: number): Partial<Record<Deed, true>> {
  if (!(flags & ALL)) return {};
  return Object.fromEntries(ENTRIES.filter(([, flag]) => flags & flag).map(([deed]) => [deed, true]));
}

/** The places, in a list of flags, of those with which something was done. */
export function deedPlaces(flags: readonly number[]): Partial<Record<Deed, number[]>> {
  const found: Partial<Record<Deed, number[]>> = {};
  for (const [place, one] of flags.entries()) {
    for (const deed of Object.keys(deedsOf(one)) as Deed[]) {
      found[deed] ??= [];
      found[deed].push(place);
    }
  }
  return found;
}

/** What {@link deedPlaces} tells, as the flags of each place. */
export function flagsByPlace(places: Partial<Record<Deed, readonly number[]>>): Map<number, number> {
  const flags = new Map<number, number>();
  for (const [deed, flag] of ENTRIES) {
    for (const place of places[deed] ?? []) flags.set(place, (flags.get(place) ?? 0) | flag);
  }
  return flags;
}

/** The flags of what was done. */
export function deedFlags(said: Partial<Record<Deed, boolean>>): number {
  return ENTRIES.reduce((flags, [deed, flag]) => (said[deed] ? flags | flag : flags), 0);
}

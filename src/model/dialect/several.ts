import type { Envelope } from "./envelope";
import { withMore } from "./own-keys";

/** Messages of one frame that are read. */
const MOST = 1001;

/**
 * One envelope for a frame of several messages: the first's, whose name says how many follow, with those that do. Null
 * where the first is none.
 * @param messages may be as many as a hostile server likes; what is beyond the bound is counted, not read
 */
export function several<M>(messages: readonly M[], read: (message: M) => Envelope | null): Envelope | null {
  const first = messages[0] === undefined ? null : read(messages[0]);
  if (!first || messages.length < 2) return first;
  const further: Envelope[] = [];
  for (const message of messages.slice(1, MOST)) {
    const envelope = read(message);
    if (envelope) further.push(envelope);
  }
  first.name = withMore(first.name, messages.length - 1);
  first.further = further;
  return first;
}

import type { CloseExplanation } from "./close-explanation";
import { knownByCode, knownByReason } from "./private-codes";
import { REGISTERED } from "./registered-codes";

/** What a range of codes is for: RFC 6455 7.4.2, with the Pusher and Centrifugo conventions within it. */
const RANGES: readonly (CloseExplanation & { to: number })[] = [
  { to: 999, name: "not used", meaning: "Codes below 1000 are not used." },
  {
    to: 2999,
    name: "reserved",
    meaning: "Reserved for the WebSocket protocol and its extensions; not registered.",
  },
  {
    to: 3499,
    name: "a library's code",
    meaning:
      "3000 to 3999 is for libraries, registered with IANA; this one is not. In Centrifugo: connect again.",
  },
  {
    to: 3999,
    name: "a library's code",
    meaning: "3000 to 3999 is for libraries, registered with IANA; this one is not. In Centrifugo: for good.",
  },
  {
    to: 4099,
    name: "private code",
    meaning: "4000 to 4999 is for applications' own use. In Pusher: don't connect again unchanged.",
  },
  {
    to: 4199,
    name: "private code",
    meaning: "4000 to 4999 is for applications' own use. In Pusher: connect again after a second or more.",
  },
  {
    to: 4299,
    name: "private code",
    meaning: "4000 to 4999 is for applications' own use. In Pusher: connect again at once.",
  },
  {
    to: 4399,
    name: "private code",
    meaning: "4000 to 4999 is for applications' own use. In Pusher: any other error.",
  },
  {
    to: 4999,
    name: "private code",
    meaning: "4000 to 4999 is for applications' own use, so it decides what it means.",
  },
];

const NONE: CloseExplanation = { name: "not a close code", meaning: "Close codes go from 1000 to 4999." };

/**
 * Explains a close code. A known reason decides where several libraries use one code, and where one hides trouble
 * behind a harmless code (R-U5). What a private code means is only ever a custom; the text says whose.
 */
export function explainClose(code: number, reason = ""): CloseExplanation {
  const known = knownByReason(code, reason) ?? REGISTERED.get(code) ?? knownByCode(code);
  if (known) return plain(known);
  const range = Number.isInteger(code) && code >= 0 ? RANGES.find(({ to }) => code <= to) : undefined;
  return plain(range ?? NONE);
}

function plain({ name, meaning, advice }: CloseExplanation): CloseExplanation {
  return advice === undefined ? { name, meaning } : { name, meaning, advice };
}

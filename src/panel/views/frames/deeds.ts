import { RowFlag } from "../../../model/capture";

/** Something that Sockeye itself did with a frame. */
export interface Deed {
  readonly flag: number;
  readonly text: string;
  /** What that means. */
  readonly title: string;
}

const { Injected, Withheld, Late } = RowFlag;
export const ANY_DEED = Injected | Withheld | Late;

const LATER = "Simulated conditions held it back; it went its way later";
const SENT: readonly Deed[] = [
  {
    flag: Injected,
    text: "Replayed",
    title: "Sockeye put it into the socket; the page did not send it by itself",
  },
  { flag: Withheld, text: "Withheld", title: "Simulated conditions kept it from the network" },
  { flag: Late, text: "Late", title: LATER },
];
const RECEIVED: readonly Deed[] = [
  { flag: Injected, text: "Replayed", title: "Sockeye put it into the socket; the server did not send it" },
  { flag: Withheld, text: "Withheld", title: "Simulated conditions kept it from the page" },
  { flag: Late, text: "Late", title: LATER },
];

/** What Sockeye did with a frame of these flags. */
export function deedsOf(flags: number): Deed[] {
  return (flags & RowFlag.Sent ? SENT : RECEIVED).filter(({ flag }) => flags & flag);
}

/** The classes of its row; each with a space in front. */
export function deedClasses(flags: number): string {
  if (!(flags & ANY_DEED)) return "";
  return `${flags & Injected ? " injected" : ""}${flags & Withheld ? " withheld" : ""}`;
}

import {
  Ban,
  Check,
  CircleDashed,
  CopyPlus,
  Hourglass,
  type IconNode,
  LogIn,
  LogOut,
  RotateCw,
  Unplug,
} from "lucide";
import type { RoomEvent, RoomEventKind, RoomState } from "../../../model/room/room";

/** How something is said: by word, symbol and colour, never by one alone. */
export interface Saying {
  word: string;
  icon: IconNode;
  tone: "good" | "bad" | "warning" | "quiet" | "own";
  /** What the word means. */
  meaning: string;
}

export const STATES: Record<RoomState, Saying> = {
  requested: {
    word: "requested",
    icon: Hourglass,
    tone: "own",
    meaning: "The page asked to join; the server has not confirmed it yet",
  },
  confirmed: { word: "confirmed", icon: Check, tone: "good", meaning: "The server said that the page is in" },
  unconfirmed: {
    word: "unconfirmed",
    icon: CircleDashed,
    tone: "quiet",
    meaning: "As far as one can tell the page is in; nobody confirmed it",
  },
  refused: { word: "refused", icon: Ban, tone: "bad", meaning: "The server said no" },
  left: { word: "left", icon: LogOut, tone: "quiet", meaning: "The page left, or was told that it is out" },
  lost: {
    word: "not rejoined",
    icon: Unplug,
    tone: "warning",
    meaning: "The page was in on a socket that is no more, and has not asked again on the one that followed",
  },
};

export const EVENTS: Record<RoomEventKind, Saying> = {
  joined: { word: "joined", icon: LogIn, tone: "own", meaning: "The page asked to join" },
  rejoined: {
    word: "rejoined",
    icon: RotateCw,
    tone: "own",
    meaning: "The page asked again, after an earlier socket had it",
  },
  doubled: {
    word: "joined twice",
    icon: CopyPlus,
    tone: "warning",
    meaning: "The page asked again although it was in, or had asked",
  },
  confirmed: { word: "confirmed", icon: Check, tone: "good", meaning: "The server said that the page is in" },
  refused: { word: "refused", icon: Ban, tone: "bad", meaning: "The server said no" },
  left: { word: "left", icon: LogOut, tone: "quiet", meaning: "The page left, or was told that it is out" },
  forgotten: {
    word: "forgotten",
    icon: Unplug,
    tone: "warning",
    meaning: "The page was in on the socket before, and did not ask again on this one",
  },
};

/** "rejoined on #3, before auth". */
export function eventText({ kind, socket, beforeAuth }: RoomEvent): string {
  return `${EVENTS[kind].word} on #${socket}${beforeAuth ? ", before auth" : ""}`;
}

/** Names are what a page makes them: an empty one is said to be empty. */
export function shownName(name: string): string {
  return name === "" ? "(empty name)" : name;
}

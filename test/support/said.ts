import type { Envelope } from "../../src/model/dialect/envelope";
import type { Said } from "../../src/model/meaning/said";
import { aSocket } from "./a-socket";

/** What matters of a frame to a test; an envelope without a name is named after its kind. */
export type SaidFacts = Partial<Omit<Said, "envelope">> & { envelope?: Partial<Envelope> | null };

/** A frame as the folds see it: received on a socket of its own, a message of the flat dialect, 10 bytes long. */
export function aSaid({ envelope = {}, ...facts }: SaidFacts = {}): Said {
  const kind = envelope?.kind ?? "message";
  return {
    row: 0,
    socket: SOCKET,
    time: 0,
    sent: false,
    unsent: false,
    size: 10,
    dialect: "flat",
    text: null,
    envelope: envelope === null ? null : { name: kind, ...envelope, kind },
    ...facts,
  };
}

const SOCKET = aSocket({ openedAt: 0 });

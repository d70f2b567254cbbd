import { plainHex, spacedHex } from "../hex";
import { base64Of, bytesOfBase64 } from "./bytes-base64";
import { bytesOfHex } from "./bytes-hex";
import type { Fault } from "./fault";

export type Notation = "hex" | "base64";

/** Bytes as they are being written. */
export interface BytesDraft {
  notation: Notation;
  /** Null where they are too many to be edited as text: they are only shown. */
  text: string | null;
  /** Null while the text stands for none. */
  bytes: Uint8Array | null;
  fault: Fault | null;
}

/** More bytes than this are not edited as text: typing would stutter. */
export const MOST_EDITED = 200_000;
/** Up to here hex is written with a space after each byte. */
const MOST_SPACED = 20_000;

function written(bytes: Uint8Array, notation: Notation): string {
  if (notation === "base64") return base64Of(bytes);
  return bytes.length > MOST_SPACED ? plainHex(bytes) : spacedHex(bytes);
}

/** A draft of given bytes, which stay the same object until somebody types. */
export function draftOf(bytes: Uint8Array, notation: Notation): BytesDraft {
  const text = bytes.length > MOST_EDITED ? null : written(bytes, notation);
  return { notation, text, bytes, fault: null };
}

/** A draft of what was typed. */
export function typedDraft(text: string, notation: Notation): BytesDraft {
  const read = notation === "hex" ? bytesOfHex(text) : bytesOfBase64(text);
  return read instanceof Uint8Array
    ? { notation, text, bytes: read, fault: null }
    : { notation, text, bytes: null, fault: read };
}

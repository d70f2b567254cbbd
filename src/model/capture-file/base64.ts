/** Bytes per call: fromCharCode takes its input as arguments, whose number is limited. A multiple of 3. */
const CHUNK = 8190;
/** Bytes per piece, so that no string grows with the payload. A multiple of CHUNK. */
const PIECE = CHUNK * 64;

/** Base64 of the bytes, in pieces that follow each other. */
export function* base64Pieces(bytes: Uint8Array): Generator<string> {
  for (let from = 0; from < bytes.length; from += PIECE) {
    const until = Math.min(from + PIECE, bytes.length);
    let binary = "";
    for (let at = from; at < until; at += CHUNK) {
      binary += String.fromCharCode(...bytes.subarray(at, Math.min(at + CHUNK, until)));
    }
    yield btoa(binary);
  }
}

/** The bytes of a base64 text; null when it is none. */
export function fromBase64(text: string): Uint8Array | null {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return null;
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

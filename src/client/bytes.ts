const encoder = new TextEncoder();

/** Bytes on the wire: of text, its UTF-8. */
export function byteLength(data: string | Uint8Array): number {
  return typeof data === "string" ? encoder.encode(data).length : data.length;
}

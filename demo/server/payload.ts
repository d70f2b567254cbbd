import { isAnyArrayBuffer } from "node:util/types";

/**
 * What goes on the wire for a value: strings become text and bytes binary, both as they are; all else JSON text.
 * @throws TypeError when the value has no JSON form.
 */
export function encode(data: unknown): string | Buffer {
  if (typeof data === "string") return data;
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (isAnyArrayBuffer(data)) return Buffer.from(data);
  const json: string | undefined = JSON.stringify(data);
  if (json === undefined)
    throw new TypeError(`A value of type ${typeof data} cannot be sent: it has no JSON form`);
  return json;
}

/** What a handler gets for a frame: bytes as Buffer, JSON text parsed, any other text (the empty one too) as string. */
export function decode(bytes: Buffer, binary: boolean): unknown {
  if (binary) return bytes;
  const text = bytes.toString();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

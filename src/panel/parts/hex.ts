export const BYTES_PER_ROW = 16;

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

/** "48 65 6c" of the first `count` bytes. */
export function spacedHex(bytes: Uint8Array, count = bytes.length): string {
  return Array.from(bytes.subarray(0, count), hexByte).join(" ");
}

/** "48656c" of all bytes. */
export function plainHex(bytes: Uint8Array): string {
  const parts = new Array<string>(bytes.length);
  for (let i = 0; i < bytes.length; i++) parts[i] = hexByte(bytes[i] ?? 0);
  return parts.join("");
}

export interface HexRow {
  offset: string;
  hex: string;
  ascii: string;
}

/** A row of the hex view: offset, bytes in two groups of eight, and the printable ones as ASCII. */
export function hexRow(bytes: Uint8Array, index: number): HexRow {
  const start = index * BYTES_PER_ROW;
  const row = bytes.subarray(start, start + BYTES_PER_ROW);
  const half = BYTES_PER_ROW / 2;
  return {
    offset: start.toString(16).padStart(8, "0"),
    hex: `${spacedHex(row.subarray(0, half))}  ${spacedHex(row.subarray(half))}`,
    ascii: Array.from(row, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join(
      "",
    ),
  };
}

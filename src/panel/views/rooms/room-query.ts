/**
 * What to type into the filter for the frames of a room: its whole name in quotes. A name that has quotes or line ends
 * itself is found by its pieces, which may find others as well: the filter knows no way to write it.
 */
export function roomQuery(name: string): string {
  if (!/["\n\r\u2028\u2029]/.test(name)) return `room:"${name}"`;
  const pieces = name.split(/["\s]+/).filter((piece) => piece !== "");
  if (pieces.length > 0) return pieces.map((piece) => `room:${piece}`).join(" ");
  return name.includes('"') ? 'room:"' : "room:";
}

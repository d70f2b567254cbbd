/** The smallest single change that makes one text of another. */
export function changeBetween(from: string, to: string): { from: number; to: number; insert: string } {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < most - start &&
    from.charCodeAt(from.length - 1 - same) === to.charCodeAt(to.length - 1 - same)
  ) {
    same++;
  }
  return { from: start, to: from.length - same, insert: to.slice(start, to.length - same) };
}

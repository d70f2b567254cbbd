/** Somebody, as a chat server tells of people. */
export interface Person {
  id: string;
  name: string;
}

export const MARA: Person = { id: "u-mara", name: "Mara" };
export const JONAS: Person = { id: "u-jonas", name: "Jonas" };
export const PRIYA: Person = { id: "u-priya", name: "Priya" };

export const ANNOUNCEMENT = "Server restart in 5 minutes";

/** Gives the values in turn, over and over. */
export function inTurn<T>(first: T, ...others: T[]): () => T {
  const values = [first, ...others];
  let at = 0;
  return () => values[at++ % values.length] ?? first;
}

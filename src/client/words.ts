/** A number as people write it: 1742 is "1,742". Not by locale, so that logs compare. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : String(value);
  const [whole = "", fraction] = String(Math.round(value * 1000) / 1000).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** "1 message", "2 messages". */
export function counted(count: number, noun: string): string {
  return `${digits(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** What an unknown thrown value has to say. */
export function said(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Numbers up to this are too small for seconds since 1970 (it is 1979), and those of seconds end where ms begin. */
const FIRST_SECOND = 3e8;
const FIRST_MS = 1e11;
const END_OF_MS = 1e14;
/** The last ms of the year 9999. */
const LAST_MS = 253_402_300_799_999;

const NUMBER = /^\d{9,14}(?:\.(\d{1,9}))?$/;
const ISO = /^\d{4}-\d\d-\d\d(?:([T ])\d\d:\d\d:\d\d(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * Now (ms since 1970) in the form of a time: ms, seconds, ISO 8601 with as many digits and the offset that it has (a time
 * without one is taken for UTC), or a date alone. Null where it is no time, or now is not of this age.
 */
export function inFormOf(time: string, now: number): string | null {
  if (!(now >= 0 && now <= LAST_MS)) return null;
  const number = NUMBER.exec(time);
  if (number) return numberLike(Number(time), number[1]?.length ?? 0, now);
  const iso = ISO.exec(time);
  if (!iso || Number.isNaN(Date.parse(time.slice(0, 10)))) return null;
  const [, between, digits = "", zone = ""] = iso;
  const shown = new Date(Math.min(LAST_MS, Math.max(0, now + offsetOf(zone)))).toISOString();
  if (between === undefined) return shown.slice(0, 10);
  const fraction =
    digits === "" ? "" : `.${shown.slice(20, 23).padEnd(digits.length, "0").slice(0, digits.length)}`;
  return shown.slice(0, 10) + between + shown.slice(11, 19) + fraction + zone;
}

function numberLike(time: number, digits: number, now: number): string | null {
  if (time < FIRST_SECOND || time >= END_OF_MS) return null;
  const unit = time < FIRST_MS ? 1000 : 1;
  // Cut, not rounded: a time that is yet to come may be refused.
  return digits === 0 ? String(Math.floor(now / unit)) : (now / unit).toFixed(digits);
}

/** Ms that "+02:00" is ahead of UTC. */
function offsetOf(zone: string): number {
  if (zone === "" || zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

const MEANINGS: Record<number, string> = {
  1000: "normal closure",
  1001: "going away",
  1002: "protocol error",
  1003: "unsupported data",
  1005: "no code was given",
  1006: "no close frame came: the connection was cut or never made",
  1007: "invalid data",
  1008: "policy violation",
  1009: "message too big",
  1010: "an extension is missing",
  1011: "internal error",
  1012: "service restart",
  1013: "try again later",
  1014: "bad gateway",
  1015: "TLS handshake failed",
};

/** What a close code means; codes from 3000 on are the application's own. */
export function closeMeaning(code: number): string {
  return MEANINGS[code] ?? (code >= 3000 && code < 5000 ? "the application's own code" : "unknown code");
}

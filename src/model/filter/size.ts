const UNITS: Record<string, number> = { "": 1, b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6 };

/** Reads "200", "1.5k" or "2MB" as bytes (decimal units); null for anything else. */
export function parseSize(text: string): number | null {
  const parts = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text);
  const unit = parts && UNITS[(parts[2] ?? "").toLowerCase()];
  return unit ? Number(parts[1]) * unit : null;
}

import { aliases, notInBrowsers, type Place } from "./option-aliases";
import { heartbeatChecks, optionChecks } from "./option-checks";
import type { ClientOptions, HeartbeatOptions } from "./options";
import { isRecord } from "./parse";

/** Options as they were understood, and every key that was not, with the reason. */
export interface ImportedOptions {
  options: Partial<Omit<ClientOptions, "heartbeat">> & { heartbeat?: Partial<HeartbeatOptions> };
  refused: { key: string; why: string }[];
}

/** JSON has no Infinity: it comes as null or as its name. */
const ENDLESS = ["attempts", "bufferLimit"];

function placeOf(key: string): Place | null {
  if (Object.hasOwn(optionChecks, key)) return { option: key as keyof typeof optionChecks };
  return Object.hasOwn(aliases, key) ? (aliases[key] ?? null) : null;
}

function take(
  into: Record<string, unknown>,
  name: string,
  value: unknown,
  check: (value: unknown) => boolean,
): string | null {
  const meant =
    ENDLESS.includes(name) && (value === null || value === "Infinity") ? Number.POSITIVE_INFINITY : value;
  if (!check(meant)) return "its value does not fit";
  into[name] = meant;
  return null;
}

function heartbeatFrom(value: Record<string, unknown>, imported: ImportedOptions, prefix: string): void {
  const heartbeat = { ...imported.options.heartbeat };
  for (const [key, part] of Object.entries(value)) {
    const check = Object.hasOwn(heartbeatChecks, key) ? heartbeatChecks[key as keyof HeartbeatOptions] : null;
    const why = check ? take(heartbeat, key, part, check) : "unknown";
    if (why) imported.refused.push({ key: prefix + key, why });
  }
  imported.options.heartbeat = heartbeat;
}

/**
 * Takes options under the names of this client or of known libraries (requirements C14), and says which keys it did
 * not take and why (K05). Text is not taken: parse it first. Never throws.
 */
export function importOptions(value: unknown): ImportedOptions {
  const imported: ImportedOptions = { options: {}, refused: [] };
  if (!isRecord(value)) {
    imported.refused.push({ key: "", why: "options must be an object" });
    return imported;
  }
  for (const [key, part] of Object.entries(value)) {
    const place = placeOf(key);
    if (key === "heartbeat" && isRecord(part)) heartbeatFrom(part, imported, "heartbeat.");
    else if (notInBrowsers.includes(key)) imported.refused.push({ key, why: "not applicable in a browser" });
    else if (place === null) imported.refused.push({ key, why: "unknown" });
    else if ("heartbeat" in place) {
      const heartbeat = { ...imported.options.heartbeat };
      const why = take(heartbeat, place.heartbeat, part, heartbeatChecks[place.heartbeat]);
      if (why) imported.refused.push({ key, why });
      else imported.options.heartbeat = heartbeat;
    } else {
      const why = take(imported.options, place.option, part, optionChecks[place.option]);
      if (why) imported.refused.push({ key, why });
    }
  }
  return imported;
}

import type { ClientOptions, HeartbeatOptions } from "../../../client/options";

/** Every option by one name, those of the heartbeat as "heartbeat.interval". */
export type OptionKey = Exclude<keyof ClientOptions, "heartbeat"> | `heartbeat.${keyof HeartbeatOptions}`;

const BEAT = "heartbeat.";

/** The value of an option. */
export function optionValue(options: ClientOptions, key: OptionKey): unknown {
  if (!key.startsWith(BEAT)) return options[key as keyof ClientOptions];
  return options.heartbeat[key.slice(BEAT.length) as keyof HeartbeatOptions];
}

/** The same options with another value of one. The caller knows what type it has. */
export function withValue(options: ClientOptions, key: OptionKey, value: unknown): ClientOptions {
  if (!key.startsWith(BEAT)) return { ...options, [key]: value };
  return { ...options, heartbeat: { ...options.heartbeat, [key.slice(BEAT.length)]: value } };
}

/** Whether an option has the same value in both. */
export function isSame(one: ClientOptions, other: ClientOptions, key: OptionKey): boolean {
  const [a, b] = [optionValue(one, key), optionValue(other, key)];
  return Array.isArray(a) && Array.isArray(b) ? a.join() === b.join() : Object.is(a, b);
}

import type { ClientOptions, HeartbeatOptions } from "./options";

type Check = (value: unknown) => boolean;

function isNumber(value: unknown): value is number {
  return typeof value === "number" && value >= 0;
}

function isLimited(value: unknown): boolean {
  return isNumber(value) && Number.isFinite(value);
}

function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function orNull(check: Check): Check {
  return (value) => value === null || check(value);
}

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

function oneOf(...words: string[]): Check {
  return (value) => words.includes(value as string);
}

/** Which values an option can have. */
export const optionChecks: Readonly<Record<Exclude<keyof ClientOptions, "heartbeat">, Check>> = {
  reconnect: isBoolean,
  delay: isLimited,
  cap: orNull(isLimited),
  factor: isLimited,
  backoff: oneOf("none", "exponential", "full-jitter", "proportional-jitter", "min-plus-random", "list"),
  proportion: (value) => isNumber(value) && value <= 1,
  delays: listOf(isLimited),
  extraMin: isLimited,
  extraMax: isLimited,
  attempts: isNumber,
  reconnectAfterClean: isBoolean,
  fatalCodes: listOf(isLimited),
  stableFor: isLimited,
  connectionTimeout: isLimited,
  whenClosed: oneOf("drop", "throw", "buffer"),
  bufferLimit: isNumber,
  rejoin: isBoolean,
  roomDialect: oneOf("philjs", "flat", "warpkit", "universal", "action", "phoenix"),
  openOrder: listOf(oneOf("auth", "rejoin", "flush")),
  auth: orNull(isText),
  offlineAware: isBoolean,
  visibilityAware: isBoolean,
  highWaterMark: isLimited,
};

export const heartbeatChecks: Readonly<Record<keyof HeartbeatOptions, Check>> = {
  style: oneOf("off", "json-ping-payload", "json-ping", "digit", "recker", "phoenix", "custom"),
  interval: isLimited,
  timeout: isLimited,
  closeCode: orNull(isLimited),
  text: isText,
  reply: isText,
  answers: oneOf("off", "digit", "empty-object", "json-ping"),
  silence: isLimited,
};

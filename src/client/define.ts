import type { StandardSchema } from "./standard-schema";

/** A message with a name and a kind of payload; handed to `on`, `off` and `send` of the client. */
export interface MessageType<Payload> {
  readonly name: string;
  readonly schema: StandardSchema<unknown, Payload> | null;
}

/**
 * Names a message. With a schema (Standard Schema v1) each payload is checked at run time, whichever way it goes;
 * without one its type is only believed (requirements W13, W15).
 */
export function define<Payload = unknown>(
  name: string,
  schema: StandardSchema<unknown, Payload> | null = null,
): MessageType<Payload> {
  return { name, schema };
}

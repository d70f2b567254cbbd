import type { HeartbeatOptions } from "./options";
import { isRecord, tryParse } from "./parse";

/** How one kind of heartbeat speaks. */
interface Speech {
  /** `ref` is a number that no other ping of this client has. */
  ping(ref: string): string;
  isReply(data: string | Uint8Array): boolean;
}

function typed(type: string): (data: string | Uint8Array) => boolean {
  return (data) => {
    const value = typeof data === "string" ? tryParse(data) : undefined;
    return isRecord(value) && value.type === type;
  };
}

function isPhoenixReply(data: string | Uint8Array): boolean {
  const value = typeof data === "string" ? tryParse(data) : undefined;
  return Array.isArray(value) && value[2] === "phoenix" && value[3] === "phx_reply";
}

/** Whether every field of `part` stands in `whole` too, however deep. */
function contains(whole: unknown, part: unknown): boolean {
  if (typeof part !== "object" || part === null) return whole === part;
  if (typeof whole !== "object" || whole === null) return false;
  return Object.entries(part).every(
    ([key, value]) => Object.hasOwn(whole, key) && contains((whole as Record<string, unknown>)[key], value),
  );
}

function customReply(reply: string): (data: string | Uint8Array) => boolean {
  if (reply === "") return () => true;
  const part = tryParse(reply);
  if (typeof part !== "object" || part === null) return (data) => data === reply;
  return (data) => typeof data === "string" && contains(tryParse(data), part);
}

/** Sources: requirements P31, P32 (json-ping-payload), G23, G24 (json-ping), W37 (digit), R-K2 (recker). */
export function speechOf(options: HeartbeatOptions): Speech | null {
  switch (options.style) {
    case "off":
      return null;
    case "json-ping-payload":
      return { ping: () => '{"type":"ping","payload":{}}', isReply: typed("pong") };
    case "json-ping":
      return { ping: () => '{"type":"ping"}', isReply: typed("pong") };
    case "digit":
      return { ping: () => "2", isReply: (data) => data === "3" };
    case "recker":
      return { ping: () => "__heartbeat__", isReply: () => true };
    case "phoenix":
      return {
        ping: (ref) => JSON.stringify([null, ref, "phoenix", "heartbeat", {}]),
        isReply: isPhoenixReply,
      };
    case "custom":
      return { ping: () => options.text, isReply: customReply(options.reply) };
  }
}

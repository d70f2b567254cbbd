import type { Json } from "./frame";
import { parseJson } from "./own-keys";

/** A Socket.IO packet as it stands in an Engine.IO message. */
export interface SocketIoPacket {
  /** 0 CONNECT, 1 DISCONNECT, 2 EVENT, 3 ACK, 4 CONNECT_ERROR, 5 BINARY_EVENT, 6 BINARY_ACK. */
  type: number;
  /** "/" where the packet names none. Without the query that Socket.IO 2 put behind it. */
  namespace: string;
  /** The acknowledgement's number; undefined for none. */
  id: string | undefined;
  /** Binary frames that belong to it and follow. */
  attachments: number;
  /** Undefined where there is none, or where it is no JSON (then `broken`). */
  data: Json | undefined;
  broken: boolean;
}

const ZERO = 0x30;
const NINE = 0x39;

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= NINE) at++;
  return at;
}

/**
 * Reads `<type>[<attachments>-][<namespace>,][<id>][JSON]` from `from` on; null where it is no such packet.
 * The format is that of the Socket.IO protocol, revisions 4 (Socket.IO 1 and 2) and 5 (Socket.IO 3 and 4).
 *
 * socket.io-parser (2.5 kB gzipped, no polyfills) is not used: its decoder gives a binary event only when the last
 * attachment has come, where here each frame gets its envelope at once, and it throws at what it does not like.
 */
export function readSocketIoPacket(text: string, from: number): SocketIoPacket | null {
  const type = text.charCodeAt(from) - ZERO;
  if (!(type >= 0 && type <= 6)) return null;
  let at = from + 1;
  let attachments = 0;
  if (type >= 5) {
    const end = endOfDigits(text, at);
    if (end === at || text[end] !== "-") return null;
    attachments = Number(text.slice(at, end));
    at = end + 1;
  }
  let namespace = "/";
  if (text[at] === "/") {
    const comma = text.indexOf(",", at);
    const end = comma < 0 ? text.length : comma;
    namespace = text.slice(at, end);
    const query = namespace.indexOf("?");
    if (query > 0) namespace = namespace.slice(0, query);
    at = comma < 0 ? end : comma + 1;
  }
  const afterId = endOfDigits(text, at);
  const id = afterId > at ? text.slice(at, afterId) : undefined;
  // Events and their acknowledgements hold a list, all others have no number: digits alone are anybody's.
  const eventful = type === 2 || type === 3 || type >= 5;
  if (eventful ? text[afterId] !== "[" : id !== undefined) return null;
  const data = afterId < text.length ? parseJson(text.slice(afterId)) : undefined;
  return { type, namespace, id, attachments, data, broken: data === undefined && afterId < text.length };
}

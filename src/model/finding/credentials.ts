import { maskSocket } from "../secrets/mask-socket";
import { maskUrls } from "../secrets/mask-urls";
import type { Socket } from "../socket";

/** Names of what is secret in how a socket was opened. */
export interface Credentials {
  /** Parameters of its address, or "user and password". */
  readonly url: readonly string[];
  /** Whether a subprotocol that it asked for holds a token. */
  readonly subprotocol: boolean;
}

const found = new WeakMap<Socket, Credentials>();

/** What is secret in a socket's address and subprotocols. An Engine.IO session id is left out: it has to be there. */
export function credentialsOf(socket: Socket): Credentials {
  let credentials = found.get(socket);
  if (!credentials) {
    const url = new Set<string>();
    maskUrls(socket.url, (name) => url.add(name));
    if (/[?&]EIO=/.test(socket.url)) url.delete("sid");
    let subprotocol = false;
    maskSocket({ ...socket, url: "", documentUrl: "", reason: undefined }, () => {
      subprotocol = true;
    });
    credentials = { url: [...url], subprotocol };
    found.set(socket, credentials);
  }
  return credentials;
}

/** Whether what goes to an address crosses the network unencrypted: `ws:` (or `http:`), and not to this very machine. */
export function isExposed(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol !== "ws:" && protocol !== "http:") return false;
  return !/^(?:(?:.*\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

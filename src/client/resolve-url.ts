const SCHEMES = new Map([
  ["http:", "ws:"],
  ["https:", "wss:"],
  ["ws:", "ws:"],
  ["wss:", "wss:"],
]);

/**
 * The address of a socket: relative ones belong to the page, and http becomes ws (requirements K01, K45). A fragment
 * is dropped, as sockets have none. Throws an Error that says what is wrong with the address.
 */
export function resolveUrl(url: string, pageUrl: string): string {
  const text = url.trim();
  if (text === "") throw new Error("The address is empty");
  let resolved: URL;
  try {
    resolved = new URL(text, pageUrl);
  } catch {
    throw new Error(`“${text}” is not an address`);
  }
  const scheme = SCHEMES.get(resolved.protocol);
  if (scheme === undefined) {
    throw new Error(
      `“${resolved.protocol}” is no address of a socket: use ws://, wss://, http:// or https://`,
    );
  }
  resolved.protocol = scheme;
  resolved.hash = "";
  return resolved.href;
}

import { resolveUrl } from "../../../client/resolve-url";
import type { Header } from "./world";

/** What a subprotocol and a header's name may consist of (RFC 9110, token). */
const TOKEN = /^[!#$%&'*+\-.^_`|~\w]+$/;

/** The subprotocols of a comma-separated list. */
export function namesIn(list: string): string[] {
  return list.split(/[\s,]+/).filter((name) => name !== "");
}

/** Where a URL leads, seen from the page; or why nowhere. */
export function addressOf(
  url: string,
  pageUrl: string | undefined,
): { address: string } | { problem: string } {
  if (url.trim() === "") return { problem: "Enter the URL to connect to" };
  try {
    return { address: resolveUrl(url, pageUrl ?? "about:blank") };
  } catch (error) {
    const { message } = error as Error;
    if (pageUrl !== undefined || /^[a-z][a-z\d+.-]*:/i.test(url.trim())) return { problem: message };
    return { problem: `${message} by itself, and the page that it could belong to is not known` };
  }
}

/** What a browser would not take of a list of subprotocols; empty where it takes all. */
export function problemOfProtocols(list: string): string {
  const names = namesIn(list);
  const odd = names.find((name) => !TOKEN.test(name));
  if (odd !== undefined) return `“${odd}” can be no subprotocol: it has a character that is not allowed`;
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return twice === undefined ? "" : `The subprotocol “${twice}” is there twice`;
}

/** What a browser would not take of headers; empty where it takes all. */
export function problemOfHeaders(headers: readonly Header[]): string {
  for (const { name, value } of headers) {
    if (name === "" && value !== "") return `The header with the value “${value}” has no name`;
    if (name !== "" && !TOKEN.test(name)) return `“${name}” can be no header's name`;
    if (/[\r\n\0]/.test(value)) return `The value of ${name} must be one line`;
  }
  return "";
}

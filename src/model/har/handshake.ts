import type { Socket } from "../socket";

const EVENTS = "text/event-stream";

interface Pair {
  name: string;
  value: string;
}

function originOf(url: string): string {
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).origin : "";
}

function headers(...pairs: [name: string, value: string][]): Pair[] {
  return pairs.filter(([, value]) => value !== "").map(([name, value]) => ({ name, value }));
}

function queryOf(url: string): Pair[] {
  if (!URL.canParse(url)) return [];
  return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }));
}

/** The upgrade request, as far as script can know it: the headers that follow from what it asked for. */
export function requestOf({ transport, url, documentUrl, asked }: Socket): object {
  const upgrades = transport === "WebSocket";
  return {
    method: "GET",
    url,
    httpVersion: "HTTP/1.1",
    headers: headers(
      ["Upgrade", upgrades ? "websocket" : ""],
      ["Connection", upgrades ? "Upgrade" : ""],
      ["Accept", upgrades ? "" : EVENTS],
      ["Origin", originOf(documentUrl)],
      ["Sec-WebSocket-Protocol", asked.join(", ")],
    ),
    queryString: queryOf(url),
    cookies: [],
    headersSize: -1,
    bodySize: 0,
  };
}

/** Its answer. Status 0 is what Chrome writes where none came. */
export function responseOf({ transport, openedAt, protocol, extensions }: Socket): object {
  const opened = openedAt !== undefined;
  const upgraded = opened && transport === "WebSocket";
  return {
    status: upgraded ? 101 : opened ? 200 : 0,
    statusText: upgraded ? "Switching Protocols" : opened ? "OK" : "",
    httpVersion: opened ? "HTTP/1.1" : "",
    headers: upgraded
      ? headers(
          ["Upgrade", "websocket"],
          ["Connection", "Upgrade"],
          ["Sec-WebSocket-Protocol", protocol],
          ["Sec-WebSocket-Extensions", extensions],
        )
      : [],
    cookies: [],
    content: { size: 0, mimeType: transport === "EventSource" ? EVENTS : "x-unknown" },
    redirectURL: "",
    headersSize: -1,
    bodySize: -1,
  };
}

/** Milliseconds that it all took, and the handshake of it. HAR wants the parts to add up to the whole. */
export function timingsOf({ createdAt, openedAt, closedAt }: Socket, last: number): object {
  const wait = Math.max(0, (openedAt ?? closedAt ?? createdAt) - createdAt);
  const receive = Math.max(0, (closedAt ?? last) - createdAt - wait);
  const timings = { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait, receive };
  return { time: wait + receive, timings };
}

import type { DocumentId, SocketState } from "../../protocol";
import type { ImportedSocket } from "../capture-file/imported";
import type { Entry } from "./schema";
import { readDate, readTime } from "./time";

function header(headers: readonly { name: string; value: string }[], name: string): string {
  return headers.find((one) => one.name.toLowerCase() === name)?.value ?? "";
}

/** mitmproxy writes the address of the upgrade request: `https:`. */
function socketUrl(url: string): string {
  return url.replace(/^http(s?):/i, "ws$1:");
}

function ended({ _webSocketClose: close }: Entry): Partial<ImportedSocket> {
  if (close === undefined) return {};
  if (close === "aborted") return { state: "closed", clean: false, failed: true };
  const at = close.timestamp === undefined ? null : readTime(close.timestamp);
  const code = close.code !== undefined && Number.isInteger(close.code) ? close.code : undefined;
  return {
    state: "closed",
    code,
    reason: close.reason,
    clean: code === undefined ? undefined : code !== 1006,
    closedAt: typeof at === "number" ? at : undefined,
  };
}

/**
 * What an entry of another writer tells of its socket. Nobody but HTTP Toolkit says how a socket ended, so one that
 * opened stays open: that is the last that is known of it. `failure` is the text of Chrome's error row.
 */
export function foreignSocket(
  entry: Entry,
  page: string,
  failure: string,
  firstTime: number | null,
): ImportedSocket {
  const { request, response } = entry;
  const started = entry.startedDateTime === undefined ? null : readDate(entry.startedDateTime);
  const createdAt = started ?? firstTime ?? 0;
  const opened = response?.status === 101 || (response?.status === undefined && firstTime !== null);
  const reason = failure || response?._failureText || response?._error || "";
  const asked = header(request.headers, "sec-websocket-protocol");
  const state: SocketState = opened ? "open" : "closed";
  return {
    document: (entry.pageref ?? "") as DocumentId,
    documentUrl: page || header(request.headers, "origin"),
    frameId: 0,
    transport: "WebSocket",
    url: socketUrl(request.url),
    asked: asked === "" ? [] : asked.split(",").map((item) => item.trim()),
    protocol: header(response?.headers ?? [], "sec-websocket-protocol"),
    extensions: header(response?.headers ?? [], "sec-websocket-extensions"),
    state,
    createdAt,
    openedAt: opened ? createdAt : undefined,
    failed: !opened || reason !== "",
    ...(reason === "" ? {} : { reason }),
    ...ended(entry),
  };
}

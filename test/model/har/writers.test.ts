// @vitest-environment node
import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readHar } from "../../../src/model/har/read";
import { readZippedHar } from "../../../src/model/har/unzip";
import { accepted, imported } from "../../support/a-capture";

/** Files as their writers make them, cut down by hand: what is odd about each stands in shared/har.md. */
function text(name: string): string {
  return readFileSync(new URL(`../../captures/har/${name}.har`, import.meta.url), "utf8");
}

function rows(capture: ReturnType<typeof imported>) {
  return Array.from({ length: capture.end }, (_, row) => [
    capture.socket(row).number,
    capture.time(row),
    capture.payload(row),
  ]);
}

const START = Date.parse("2026-11-20T10:00:00Z");

test("Chrome: seconds, subprotocols from headers, an error row is no frame", () => {
  const outcome = readHar(text("chrome"));
  expect(outcome).toMatchObject({ frames: 3, named: 3, problems: [] });
  const capture = imported(outcome);
  expect(rows(capture)).toEqual([
    [1, START + 250, '{"type":"hello"}'],
    [1, START + 312.5, ""],
    [1, START + 500, Uint8Array.of(0, 1, 2, 3)],
  ]);
  expect(capture.sockets).toMatchObject([
    {
      url: "wss://app.example/ws?room=a",
      documentUrl: "https://app.example/board",
      asked: ["json.v2", "json.v1"],
      protocol: "json.v1",
      extensions: "permessage-deflate",
      createdAt: START + 123,
      failed: false,
    },
    {
      state: "closed",
      failed: true,
      reason: "Error during WebSocket handshake: Unexpected response code: 404",
    },
  ]);
  expect(capture.sockets[1]?.openedAt).toBeUndefined();
});

test("Playwright: milliseconds, -1 for times left out and for a failed handshake", () => {
  const capture = imported(readHar(text("playwright")));
  expect(rows(capture)).toEqual([
    [1, START + 250.5, "one"],
    [1, START + 312, Uint8Array.of(1, 2)],
    [2, START + 2000, "a"],
    [2, START + 2000, "b"],
  ]);
  expect(capture.sockets[2]).toMatchObject({ state: "closed", failed: true });
});

test("Playwright with content attached: messages in files of the zip", () => {
  const har = JSON.parse(text("playwright"));
  const [entry] = har.log.entries;
  const lines = entry._webSocketMessages.map((message: object) => `${JSON.stringify(message)}\n`).join("");
  delete entry._webSocketMessages;
  entry.response.content._file = "abc123.jsonl";
  har.log.entries = [entry];
  const alone = readHar(JSON.stringify(har));
  expect(accepted(alone).problems).toEqual([
    "Entry 1: its messages stand in abc123.jsonl: import the zip that the HAR came in.",
  ]);
  const zip = zipSync({ "har.har": strToU8(JSON.stringify(har)), "abc123.jsonl": strToU8(lines) });
  expect(rows(imported(readZippedHar(zip)))).toEqual([
    [1, START + 250.5, "one"],
    [1, START + 312, Uint8Array.of(1, 2)],
  ]);
});

test("mitmproxy: the address as https:, the start with microseconds", () => {
  const capture = imported(readHar(text("mitmproxy")));
  expect(capture.sockets[0]).toMatchObject({ url: "wss://app.example/ws?x=1", createdAt: START + 123 });
  expect(capture.time(0)).toBe(START + 254.321);
});

test("HTTP Toolkit: how the socket ended", () => {
  expect(imported(readHar(text("http-toolkit"))).sockets).toMatchObject([
    { state: "closed", code: 4001, reason: "enough", clean: true, closedAt: START + 1250 },
    { state: "closed", clean: false, failed: true },
  ]);
});

test("Firefox: a handshake, and why there is nothing else", () => {
  const outcome = accepted(readHar(text("firefox")));
  expect(outcome.sockets).toMatchObject([{ url: "wss://app.example/ws", state: "open" }]);
  expect(outcome.problems).toEqual([
    "Firefox and Safari write a socket's handshake, but none of its messages.",
  ]);
});

test("made by hand: no times, no opcodes, empty lists", () => {
  const outcome = readHar(text("by-hand"));
  expect(outcome).toMatchObject({ problems: [] });
  expect(rows(imported(outcome))).toEqual([
    [1, START, "no time"],
    [1, START, Uint8Array.of(1, 2)],
  ]);
});

test("sockets of a file are put in one order by time, but never one socket's own frames", () => {
  const messages = (...times: number[]) =>
    times.map((time) => ({ type: "send", time, opcode: 1, data: String(time) }));
  const entry = (url: string, ...times: number[]) => ({
    _resourceType: "websocket",
    request: { url },
    _webSocketMessages: messages(...times),
  });
  const log = { entries: [entry("wss://a.test/", 10, 40, 20), entry("wss://b.test/", 30, 50)] };
  const capture = imported(readHar(JSON.stringify({ log })));
  expect(rows(capture).map(([, , payload]) => payload)).toEqual(["10", "30", "40", "20", "50"]);
});

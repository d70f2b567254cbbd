// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { replayCapture } from "../../demo/playground/capture";
import { RowFlag } from "../../src/model/capture";
import type { Imported } from "../../src/model/capture-file/imported";
import { CaptureReader } from "../../src/model/capture-file/read";

function text(name: string): string {
  return readFileSync(new URL(`../captures/${name}.jsonl`, import.meta.url), "utf8");
}

function read(name: string): Imported {
  const reader = new CaptureReader();
  for (const line of text(name).split("\n")) reader.line(line);
  const outcome = reader.end();
  if ("refused" in outcome) throw new Error(outcome.refused);
  return outcome;
}

function sentBy({ rows }: Imported, socket: number): string[] {
  const places = Array.from({ length: rows.length }, (_, place) => place);
  return places
    .filter((place) => rows.socket[place] === socket && (rows.flags[place] ?? 0) & RowFlag.Sent)
    .map((place) => String(rows.payload[place]));
}

const codes = ({ sockets }: Imported, path: string) =>
  sockets.filter(({ url }) => url.includes(path)).map(({ code }) => code);

describe("recorded captures", () => {
  it.each([
    ["philjs", "/ws/philjs", [1006, 1006, 1012, 1005]],
    ["guide", "/ws/guide/chat", [1006, 1006, 1012, 1006, 1005, undefined]],
    ["warpkit", "/ws/warpkit", [1006, 1006, 1005, 4002, 1006, undefined]],
    ["recker", "/ws/recker", [1006, 4000, 1000]],
    ["universal", "/ws/universal/chat", [1006, 1006, 1000, undefined]],
    ["hostile", "/ws/universal/chat", [undefined]],
  ])("%s: the sockets of %s ended as the page says", (name, path, ends) => {
    const capture = read(name);
    expect(capture.problems).toEqual([]);
    expect(capture.frames).toBeGreaterThanOrEqual(30);
    expect(capture.frames).toBeLessThanOrEqual(120);
    expect(text(name).length).toBeLessThan(100_000);
    expect(codes(capture, path)).toEqual(ends);
  });

  it("warpkit joins its rooms before auth on a reconnect, and once more after it", () => {
    const kinds = sentBy(read("warpkit"), 2).slice(0, 5);
    expect(kinds.map((frame) => JSON.parse(frame).type)).toEqual([
      "room.join",
      "room.join",
      "auth",
      "room.join",
      "room.join",
    ]);
  });

  it("a failed socket is one whose handshake was refused", () => {
    expect(read("philjs").sockets.map(({ failed }) => failed)).toEqual([false, true, false, false]);
  });
});

describe("captures of published protocols", () => {
  it.each([
    "action-cable",
    "graphql-ws",
    "json-rpc",
    "mqtt",
    "phoenix",
    "pusher",
    "signalr",
    "socket-io",
    "stomp",
  ])("%s", (name) => {
    const capture = read(`protocols/${name}`);
    expect(capture.problems).toEqual([]);
    expect(capture.frames).toBeGreaterThanOrEqual(8);
    expect(capture.frames).toBeLessThanOrEqual(25);
    const times = Array.from(capture.rows.time).slice(0, capture.rows.length);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });
});

it("the playground plays a capture file as what a page would have told", () => {
  const recorded = replayCapture(text("recker"));
  expect(recorded[0]?.notice.type).toBe("tab");
  expect(recorded.at(-1)?.at).toBeGreaterThan(10_000);
  expect(recorded.filter(({ notice }) => notice.type === "batch").length).toBeGreaterThan(50);
  expect(() => replayCapture('{"sockeye":"notices","version":1}')).toThrow("recording");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { DIALECT_IDS } from "../../../src/model/dialect/dialect";
import { LONGEST } from "../../../src/model/dialect/envelope";
import { SocketReading } from "../../../src/model/dialect/socket-reading";
import { frameOf } from "./speak";

const WORDS = [
  ..."type payload name data action timestamp room roomId user users userId topics channel id from".split(
    " ",
  ),
  ..."event topic ref jsonrpc method params result error identifier command message".split(" "),
  "__proto__",
  "constructor",
  "prototype",
  "hasOwnProperty",
];
const NAMES = [
  ..."ping pong join joined left user:left room:joined room.join presence:leave auth ack next subscribe".split(
    " ",
  ),
  ..."phx_join welcome system:x __proto__ constructor".split(" "),
];
const word = fc.oneof(fc.constantFrom(...NAMES), fc.string());
const value = fc.oneof(word, fc.jsonValue({ maxDepth: 2 }), fc.integer(), fc.array(word));
const message = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...WORDS), fc.string()), value))
  .map(
    (pairs) => `{${pairs.map(([key, held]) => `${JSON.stringify(key)}:${JSON.stringify(held)}`).join(",")}}`,
  );
const content: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  message,
  fc.string({ unit: "binary" }),
  fc.json(),
  fc.uint8Array(),
  fc.array(value).map((list) => JSON.stringify(list)),
  fc.constantFrom("2", "3", "__heartbeat__", "null", "0", "{", "[", "", " {}", "\n", "42[", "a[", "\u001e"),
);
const frames = fc.array(fc.record({ sent: fc.boolean(), content }), { maxLength: 40 });

function readAll(
  list: readonly { sent: boolean; content: string | Uint8Array }[],
  url: string,
  protocol: string,
) {
  const reading = new SocketReading({ url, protocol });
  return list.map((each) => structuredClone(reading.read(frameOf(each.sent, each.content))));
}

test("any frames, either way: nothing throws, and the same again gives the same", () => {
  fc.assert(
    fc.property(
      frames,
      fc.constantFrom("", "wss://a/socket.io/?EIO=4", "not a url", "wss://a/cable"),
      fc.constantFrom("", "graphql-ws", "mqtt", "wamp.2.json", "v12.stomp", "__proto__"),
      (list, url, protocol) => {
        const read = readAll(list, url, protocol);
        expect(readAll(list, url, protocol)).toEqual(read);
        for (const { envelope } of read) {
          if (!envelope) continue;
          expect(envelope.name.length).toBeLessThanOrEqual(LONGEST);
          for (const room of envelope.rooms ?? []) expect(room.length).toBeLessThanOrEqual(LONGEST);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test("any frame in any dialect chosen by hand", () => {
  fc.assert(
    fc.property(frames, fc.constantFrom(...DIALECT_IDS), (list, id) => {
      const reading = new SocketReading({ url: "", protocol: "" });
      reading.choose(id);
      for (const each of list) reading.read(frameOf(each.sent, each.content));
      expect(reading.sent.reason).not.toBe("");
    }),
    { numRuns: 400 },
  );
});

test("5 MB of anything are read in a moment", () => {
  const long = "x".repeat(5_000_000);
  const all = [long, `{"type":"${long}"}`, `{"type":"${long}`, "[".repeat(5_000_000), " ".repeat(5_000_000)];
  all.push(
    `{"type":"a","room":"${long.slice(100)}"}`,
    "\n".repeat(5_000_000),
    `[${"1,".repeat(2_000_000)}1]`,
  );
  const reading = new SocketReading({ url: "", protocol: "" });
  const start = performance.now();
  for (const each of all) {
    reading.read(frameOf(true, each));
    const { envelope } = reading.read(frameOf(false, each));
    expect(envelope?.name.length ?? 0).toBeLessThanOrEqual(LONGEST);
  }
  reading.read(frameOf(true, new Uint8Array(5_000_000)));
  expect(performance.now() - start).toBeLessThan(5000);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionCable } from "../../../src/model/dialect/action-cable";
import { centrifugo } from "../../../src/model/dialect/centrifugo";
import { ENVELOPE_KINDS, LONGEST } from "../../../src/model/dialect/envelope";
import { Frame } from "../../../src/model/dialect/frame";
import { graphqlSubscriptions } from "../../../src/model/dialect/graphql-subscriptions";
import { graphqlWs } from "../../../src/model/dialect/graphql-ws";
import { jsonRpc } from "../../../src/model/dialect/json-rpc";
import { mqtt } from "../../../src/model/dialect/mqtt";
import { phoenix } from "../../../src/model/dialect/phoenix";
import { pusher } from "../../../src/model/dialect/pusher";
import { signalr } from "../../../src/model/dialect/signalr";
import { socketIo } from "../../../src/model/dialect/socket-io";
import { sockjs } from "../../../src/model/dialect/sockjs";
import { stomp } from "../../../src/model/dialect/stomp";
import { wamp } from "../../../src/model/dialect/wamp";
import { bytes, weightOf } from "./reading";

const DIALECTS = [
  phoenix,
  socketIo,
  graphqlWs,
  graphqlSubscriptions,
  signalr,
  stomp,
  sockjs,
  wamp,
  actionCable,
  centrifugo,
  pusher,
  jsonRpc,
  mqtt,
];

/** Real frames of each, to be cut and mixed. */
const REAL: [id: string, sent: boolean, content: string | Uint8Array][] = [
  ["phoenix", true, '["1","1","room:lobby","phx_join",{}]'],
  [
    "phoenix",
    false,
    '{"topic":"a","event":"presence_diff","payload":{"joins":{"u":{"metas":[{}]}}},"ref":null}',
  ],
  ["socket.io", false, '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000}'],
  ["socket.io", false, '42["chat",{"a":1}]'],
  ["socket.io", false, '451-["file",{"_placeholder":true,"num":0}]'],
  ["graphql-ws", true, '{"id":"1","type":"subscribe","payload":{"query":"subscription { a }"}}'],
  ["graphql-subscriptions", true, '{"id":"1","type":"start","payload":{"query":"subscription { a }"}}'],
  ["signalr", true, '{"protocol":"json","version":1}\u001e'],
  ["signalr", false, '{"type":1,"target":"send","arguments":[]}\u001e{"type":6}\u001e'],
  ["stomp", true, "SUBSCRIBE\nid:0\ndestination:/topic/a\n\n\0"],
  ["stomp", false, "MESSAGE\nsubscription:0\nmessage-id:1\ndestination:/topic/a\n\nhi\0"],
  ["sockjs", false, 'a["{\\"type\\":\\"chat\\"}"]'],
  ["sockjs", false, 'c[3000,"Go away!"]'],
  ["wamp", true, '[32,713845233,{},"com.myapp.mytopic1"]'],
  ["action-cable", true, '{"command":"subscribe","identifier":"{\\"channel\\":\\"Chat\\"}"}'],
  ["action-cable", false, '{"identifier":"{\\"channel\\":\\"Chat\\"}","message":{"a":1}}'],
  ["centrifugo", true, '{"id":1,"connect":{}}'],
  ["centrifugo", false, '{"push":{"channel":"a","pub":{"data":{}}}}'],
  ["pusher", true, '{"event":"pusher:subscribe","data":{"channel":"a"}}'],
  ["json-rpc", true, '{"jsonrpc":"2.0","id":1,"method":"eth_call","params":[]}'],
  ["mqtt", true, bytes(0x10, 13, 0, 4, "MQTT", 4, 2, 0, 60, 0, 1, "a")],
  ["mqtt", false, bytes(0x32, 9, 0, 3, "a/b", 0, 1, "hi")],
];

const KEYS =
  "type id payload event channel data topic ref command identifier message push method jsonrpc __proto__ presence " +
  "joins leaves metas pub join user_id error result target invocationId toString";
const key = fc.oneof(fc.constantFrom(...KEYS.split(" ")), fc.string({ maxLength: 5 }));
const words = fc.constantFrom("connect", "subscribe", "presence_state", "phx_reply", "message", "2.0", "a");
const leaf = fc.oneof(fc.string(), words, fc.integer(), fc.constant(null), fc.boolean());
const json = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("any"), { maxLength: 6 }), tie("object")),
  object: fc.dictionary(key, tie("any"), { maxKeys: 5 }),
})).any;
const real = fc
  .tuple(fc.constantFrom(...REAL.map(([, , content]) => content)), fc.nat(60))
  .map(([content, end]) => (end > 40 ? content : content.slice(0, end)));
const content = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.uint8Array({ maxLength: 40 }),
  json.map((value) => JSON.stringify(value)),
  json.map((value) => `${JSON.stringify(value)}\u001e`),
  json.map((value) => `a${JSON.stringify([JSON.stringify(value)])}`),
  fc
    .tuple(fc.constantFrom("40", "42", "430", "451-"), json)
    .map(([head, value]) => head + JSON.stringify(value)),
  real,
);
const frames = fc.array(fc.tuple(fc.boolean(), content), { maxLength: 12 });

describe.each(DIALECTS)("$id", (dialect) => {
  test("throws at nothing, in any order and direction, and keeps its texts short", () => {
    fc.assert(
      fc.property(frames, (list) => {
        const read = dialect.open();
        for (const [sent, what] of list) {
          const frame = new Frame().set(sent, what);
          const weight = dialect.fits(frame)?.weight ?? 1;
          expect([1, 3, 10]).toContain(weight);
          const envelope = read(frame);
          if (!envelope) continue;
          expect(ENVELOPE_KINDS).toContain(envelope.kind);
          const { name, rooms = [], sender = "", id = "", answers = "", membership } = envelope;
          const members = membership?.members.flatMap((member) => [member.id, member.name ?? ""]) ?? [];
          for (const text of [name, ...rooms, sender, id, answers, ...members]) {
            expect(typeof text).toBe("string");
            expect(text.length).toBeLessThanOrEqual(LONGEST);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test("takes any address and subprotocol", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (url, protocol) => void dialect.hint?.({ url, protocol })),
    );
  });

  test("cuts what is longer than an envelope may hold, and takes deep JSON", () => {
    const read = dialect.open();
    for (const [, sent, what] of REAL) {
      if (typeof what !== "string") continue;
      for (const long of [
        what.replaceAll("a", "a".repeat(5000)),
        `${"[".repeat(50_000)}${"]".repeat(50_000)}`,
      ]) {
        const envelope = read(new Frame().set(sent, long));
        for (const text of [envelope?.name, ...(envelope?.rooms ?? []), envelope?.id, envelope?.answers]) {
          expect((text ?? "").length).toBeLessThanOrEqual(LONGEST);
        }
      }
    }
  });
});

test.each(REAL)("a frame of %s (sent: %s) is claimed by it above all others", (id, sent, what) => {
  const [best, next] = DIALECTS.map((dialect) => ({
    id: dialect.id,
    weight: weightOf(dialect, sent, what),
  })).sort((a, b) => b.weight - a.weight);
  // Data alone says little for MQTT; its CONNECT says all.
  if (best?.weight === 0) return expect(id).toBe("mqtt");
  expect(best?.id).toBe(id);
  expect(next?.weight).toBeLessThan(best?.weight ?? 0);
});

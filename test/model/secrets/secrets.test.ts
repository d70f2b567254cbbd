import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskPayload, maskText } from "../../../src/model/secrets/mask-payload";
import { maskSocket } from "../../../src/model/secrets/mask-socket";
import { maskUrls } from "../../../src/model/secrets/mask-urls";
import { isSecretField } from "../../../src/model/secrets/names";
import { Tally } from "../../../src/model/secrets/tally";
import { aSocket } from "../../support/a-socket";

function masked(text: string): string {
  return maskText(text, () => {});
}

test.each([
  "token",
  "access_token",
  "accessToken",
  "refresh-token",
  "authorization",
  "Authorization",
  "password",
  "user_password",
  "passwd",
  "secret",
  "clientSecret",
  "client_secret",
  "api_key",
  "apiKey",
  "apikey",
  "x-api-key",
  "jwt",
  "cookie",
  "Set-Cookie",
  "sid",
  "session_id",
  "sessionId",
  "id_token",
  "credentials",
  "X-CSRF-Token",
])("%s is a secret's name", (name) => {
  expect(isSecretField(name)).toBe(true);
});

test.each([
  "key",
  "code",
  "type",
  "author",
  "monkey",
  "tokenize",
  "token_type",
  "side",
  "inside",
  "session",
  "keyboard",
])("%s is none", (name) => {
  expect(isSecretField(name)).toBe(false);
});

describe("JSON", () => {
  test.each([
    ['{"type":"auth","token":"hunter2"}', '{"type":"auth","token":"****"}'],
    [
      '{"action":"authenticate", "token" : "a\\"b\\\\" , "n":1}',
      '{"action":"authenticate", "token" : "****" , "n":1}',
    ],
    ['{"a":{"b":[{"password":"x","keep":"y"}]}}', '{"a":{"b":[{"password":"****","keep":"y"}]}}'],
    ['{"secret":12345,"pwd":null,"jwt":true,"sid":""}', '{"secret":"****","pwd":null,"jwt":true,"sid":""}'],
    ['{"max_tokens":4096,"tokens":["a","b"]}', '{"max_tokens":4096,"tokens":["****","****"]}'],
    ['{"cookie":{"a":"b","c":[1,"d"]},"e":"f"}', '{"cookie":{"a":"****","c":["****","****"]},"e":"f"}'],
    ['{"to\\u006ben":"x"}', '{"to\\u006ben":"****"}'],
    ['42["auth",{"token":"x"}]', '42["auth",{"token":"****"}]'],
    ['{"body":"{\\"token\\":\\"x\\",\\"n\\":1}"}', '{"body":"{\\"token\\":\\"****\\",\\"n\\":1}"}'],
    [
      '{"id":12345678901234567890, "token":"x", "big":1.50}',
      '{"id":12345678901234567890, "token":"****", "big":1.50}',
    ],
    ['{"url":"wss://a.test/?token=x&room=1"}', '{"url":"wss://a.test/?token=****&room=1"}'],
    ['{"token":"cut of', '{"token":"****"'],
    ['{"token":', '{"token":'],
    ['{"name":"token","value":"not known to be one"}', '{"name":"token","value":"not known to be one"}'],
    ['CONNECT\ntoken-of:x\n\n{"passcode":"x"}', 'CONNECT\ntoken-of:x\n\n{"passcode":"****"}'],
  ])("%s becomes %s", (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  test("at every depth", () => {
    const deep = (value: string) => `${'{"a":['.repeat(50_000)}{"token":"${value}"}${"]}".repeat(50_000)}`;
    expect(masked(deep("x")) === deep("****")).toBe(true);
  });

  test("it stays valid, and everything else stays the same byte for byte", () => {
    const tree = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.jsonValue(),
        tie("object"),
        fc.array(tie("value"), { maxLength: 3 }),
      ),
      object: fc.dictionary(fc.constantFrom("token", "password", "name", 'a"b', "list"), tie("value"), {
        maxKeys: 3,
      }),
    })).value;
    const SECRETS = ["token", "password"];
    const blank = (value: unknown, secret: boolean): unknown => {
      if (Array.isArray(value)) return value.map((item) => blank(item, secret));
      if (typeof value === "object" && value !== null) {
        const entries = Object.entries(value).map(([key, item]) => [
          key,
          blank(item, secret || SECRETS.includes(key)),
        ]);
        return Object.fromEntries(entries);
      }
      return secret && ((typeof value === "string" && value !== "") || typeof value === "number")
        ? "****"
        : value;
    };
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        fc.pre(!/[?&;#@]|\\u|(?:sid|cookie|jwt|key|auth|pass(?!word)|secret|pwd|cred)/i.test(text));
        expect(masked(text)).toBe(JSON.stringify(blank(JSON.parse(text), false), null, indent));
      }),
      { numRuns: 300 },
    );
  });

  test("any text comes out, and twice is the same as once", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.json(),
          fc.string().map((s) => `{"token":"${s}`),
        ),
        (text) => {
          const once = masked(text);
          expect(masked(once)).toBe(once);
        },
      ),
    );
  });
});

test("what is masked is told by name, and counted by socket", () => {
  const tally = new Tally();
  for (let i = 0; i < 3; i++) maskPayload('{"token":"x"}', (field) => tally.add(field, 2));
  maskPayload('{"password":"x"}', (field) => tally.add(field, 1));
  expect([tally.total, tally.list()]).toEqual([
    4,
    [
      { field: "token", socket: 2, count: 3 },
      { field: "password", socket: 1, count: 1 },
    ],
  ]);
});

test("bytes that are JSON are masked, others are left alone", () => {
  const encoder = new TextEncoder();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  expect(decode(maskPayload(encoder.encode('{"token":"x"}'), () => {}))).toBe('{"token":"****"}');
  const others = Uint8Array.of(0x7b, 0xff, 0x22);
  expect(maskPayload(others, () => {})).toBe(others);
});

test.each([
  [
    "wss://a.test/ws?v=2&token=x&room=a#access_token=y",
    "wss://a.test/ws?v=2&token=****&room=a#access_token=****",
  ],
  ["wss://ada:hunter2@a.test/ws", "wss://****@a.test/ws"],
  ["wss://a.test/ws?to%6ben=x", "wss://a.test/ws?to%6ben=****"],
  ["wss://a.test/ws?room=token&q=a b", "wss://a.test/ws?room=token&q=a b"],
])("the address %s becomes %s", (url, expected) => {
  expect(maskUrls(url, () => {})).toBe(expected);
});

test("tokens among the subprotocols are masked, and the one that was chosen", () => {
  const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc";
  const asked = [
    "chat.v1",
    "access_token",
    "abcdef",
    jwt,
    "base64url.bearer.authorization.k8s.io.c2VjcmV0c2VjcmV0",
  ];
  const socket = maskSocket(aSocket({ asked, protocol: jwt, reason: '{"token":"x"}' }), () => {});
  expect(socket.asked).toEqual([
    "chat.v1",
    "access_token",
    "****",
    "****",
    "base64url.bearer.authorization.****",
  ]);
  expect([socket.protocol, socket.reason]).toEqual(["****", '{"token":"****"}']);
});

test("hostile texts take no time to speak of", () => {
  for (const text of ["?", "://", '"', '{"token":"\\', "[", "wss://a@", "\\u", '{"a":"\\"{'].map((one) =>
    one.repeat(200_000),
  )) {
    const begun = performance.now();
    masked(text);
    expect(performance.now() - begun).toBeLessThan(5000);
  }
});

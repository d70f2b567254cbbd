/** Puts fields, the JSON text of an object, under a name as a dialect does. */
export type Wrap = (name: string, fields: string) => string;

export interface HostileWords {
  wrap: Wrap;
  /** The name by which the dialect says that somebody came into a room. */
  joined: string;
}

/** The name as `type`, and the fields beside it. */
export const wrapFlat: Wrap = (name, fields) =>
  `{"type":${JSON.stringify(name)}${fields === "{}" ? "}" : `,${fields.slice(1)}`}`;

const POISON = `{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}},"text":"<script>document.title='owned'</script><img src=x onerror=alert(1)>"}`;
const ROOM = JSON.stringify({
  room: "__proto__",
  roomId: "__proto__",
  username: "constructor",
  userId: "__proto__",
  users: ["__proto__", "toString"],
});

const LARGE = 1_200_000;
const LEVELS = 100_000;

/** What a sender that means harm, or is broken, may say: first in the dialect's own form, then in none. */
export function* hostileFrames({ wrap, joined }: HostileWords, large: boolean): Generator<string | Buffer> {
  yield wrap("message", POISON);
  yield wrap(joined, ROOM);
  yield wrap("__proto__", "{}");
  yield wrap("<script>document.title='owned'</script>", "{}");
  yield wrap("message", '{"text":"\\ud800 \u202eevil\u202c \\u0000","timestamp":1e999}');
  yield wrap("message", '{"text":');
  yield "{'type': 'message'}";
  yield* ["2", "3", "42", "0", "null", "[]", '{"type":{"name":"x"}}', ""];
  yield Buffer.alloc(0);
  yield Buffer.from([0xff, 0xfe, 0x00, 0xc0]);
  if (!large) return;
  yield wrap("message", `{"text":"${"A".repeat(LARGE)}"}`);
  yield "[".repeat(LEVELS) + "]".repeat(LEVELS);
}

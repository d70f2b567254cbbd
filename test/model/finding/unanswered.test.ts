// @vitest-environment node
import { expect, test } from "vitest";
import { findingsOf } from "../../../src/model/finding/findings";
import type { Socket } from "../../../src/model/socket";
import { Spoken } from "../../support/spoken";

function unanswered(spoken: Spoken, socket: Socket, now: number) {
  spoken.read();
  const session = spoken.understanding.sessions.of(socket.number);
  if (!session) throw new Error("no session");
  const { rooms, suspicions } = spoken.understanding.folds(session);
  const found = findingsOf({ session, rooms, suspicions, heartbeats: new Map(), now });
  return found.find(({ id }) => id === "unanswered");
}

const ask = (id: number) => `>{"jsonrpc":"2.0","id":${id},"method":"get"}` as const;

test("requests without a reply: after 30 s, or when their socket is over; not those that were answered", () => {
  const spoken = new Spoken();
  const socket = spoken.socket();
  const first = spoken.say(socket, ask(1));
  spoken.say(socket, ask(2), '<{"jsonrpc":"2.0","id":2,"result":1}');
  expect(unanswered(spoken, socket, spoken.clock + 29_000)).toBeUndefined();
  expect(unanswered(spoken, socket, spoken.clock + 31_000)).toMatchObject({ rows: [first], count: 1 });
  Object.assign(socket, { state: "closed", closedAt: spoken.clock });
  expect(unanswered(spoken, socket, spoken.clock)?.title).toBe("1 request without a reply");
});

test("where frames were lost the reply may be among them", () => {
  const spoken = new Spoken();
  const socket = spoken.socket({ lost: 1 });
  spoken.say(socket, ask(1));
  expect(unanswered(spoken, socket, spoken.clock + 60_000)).toBeUndefined();
});

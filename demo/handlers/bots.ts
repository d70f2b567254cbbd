import type { Connection } from "../server";
import { type Line, SCRIPT } from "./script";
import { createTicker } from "./ticker";

/** Milliseconds from a bot that types to the line it says, and from there to the next who types. */
const PACE = 1100;

const REPLIES = [
  (name: string) => `Thanks ${name}, noted.`,
  (name: string) => `Good point, ${name}. Let me check.`,
  (name: string) => `${name}, can you put that into the ticket?`,
];

interface Bots {
  add(conn: Connection): void;
  delete(conn: Connection): void;
  /** Lets a bot of the room answer a person. */
  reply(room: string, name: string): void;
}

/** Bots that keep talking in every room that somebody listens to. */
export function createBots(): Bots {
  const rooms = new Map(Object.entries(SCRIPT).map(([name, script]) => [name, createConversation(script)]));
  const ticker = createTicker(PACE, (members) => {
    for (const [room, conversation] of rooms) {
      const listeners = [...members].filter((conn) => conn.rooms.has(room));
      if (listeners.length === 0) continue;
      const frame = conversation.next(room);
      for (const conn of listeners) conn.send(frame);
    }
  });

  return {
    add: ticker.add,
    delete: ticker.delete,
    reply: (room, name) => rooms.get(room)?.reply(name),
  };
}

function createConversation(script: readonly Line[]) {
  let waiting: Line[] = [];
  let typed = false;
  let replies = 0;

  return {
    next(room: string) {
      if (waiting.length === 0) waiting = [...script];
      const [{ from, text } = { from: "" }] = waiting;
      if (text !== undefined && !typed) {
        typed = true;
        return { type: "typing", username: from };
      }
      typed = false;
      waiting.shift();
      if (text === undefined) return { type: "user-joined", username: from, room };
      return { type: "chat-message", from, text };
    },

    reply(name: string) {
      const answer = REPLIES[replies % REPLIES.length];
      const from = script[replies % script.length]?.from;
      replies += 1;
      // Behind the line that is being typed, so that nobody types and somebody else speaks.
      if (answer && from) waiting.splice(typed ? 1 : 0, 0, { from, text: answer(name) });
    },
  };
}

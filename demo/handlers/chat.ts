import type { Connection, Handler } from "../server";
import { createBots } from "./bots";
import { fieldsOf, textOf } from "./fields";

const MAX_NAME = 60;
const MAX_TEXT = 4000;

/** The support chat: rooms with bots, an application heartbeat, and what the buttons of the page ask for. */
export function createChat(): Handler {
  const bots = createBots();

  return {
    pattern: "/ws/chat",
    heartbeat: 30_000,
    compression: { enabled: true, threshold: 1024 },

    onConnect(conn) {
      conn.send({ type: "connected", id: conn.id, timestamp: Date.now() });
      bots.add(conn);
    },

    onMessage(conn, data) {
      const { type, ...fields } = fieldsOf(data);
      const room = textOf(fields.room, MAX_NAME);
      const username = textOf(fields.username, MAX_NAME);
      const text = textOf(fields.text, MAX_TEXT);

      if (type === "ping") {
        conn.send({ type: "pong" });
      } else if (type === "join-room" && room && username) {
        conn.joinRoom(room);
        conn.broadcast({ type: "user-joined", username, room }, { rooms: [room] });
      } else if (type === "leave-room" && room) {
        conn.leaveRoom(room);
      } else if (type === "message" && room && username && text) {
        conn.broadcast({ type: "chat-message", from: username, text }, { rooms: [room], includeSelf: true });
        bots.reply(room, username);
      } else if (type === "typing" && username) {
        conn.broadcast({ type: "typing", username }, { rooms: [...conn.rooms] });
      } else {
        onTryout(conn, String(type), fields);
      }
    },

    onClose(conn) {
      bots.delete(conn);
      conn.broadcast({ type: "user-left", userId: conn.id }, { rooms: [...conn.rooms] });
    },
  };
}

function onTryout(conn: Connection, type: string, fields: Readonly<Record<string, unknown>>): void {
  if (type === "drop") {
    // Without a closing handshake, as a network does it: the page sees 1006.
    conn.req.socket.destroy();
  } else if (type === "burst") {
    if (fields.index === fields.count) conn.send({ type: "burst-received", count: fields.count });
  } else if (type === "upload" && typeof fields.content === "string") {
    conn.send({ type: "upload-received", bytes: Buffer.byteLength(fields.content) });
  } else {
    conn.send({ type: "error", message: `Cannot do "${type.slice(0, MAX_NAME)}" with these fields` });
  }
}

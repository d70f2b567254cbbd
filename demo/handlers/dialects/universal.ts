import type { Connection, Handler } from "../../server";
import { fieldsOf, textOf } from "../fields";
import { ANNOUNCEMENT, inTurn } from "./cast";
import { createCourse } from "./course";
import { wrapFlat } from "./hostile";

const MAX_NAME = 60;

/** `/ws/universal/chat`: the samples of vite-plugin-universal-api's guide, put together to one server. */
export function createUniversal(): Handler {
  const names = new WeakMap<Connection, string>();
  const lines = inTurn("Hello everyone!", "Who has the staging keys?", "Found them");
  let games = 122;

  const course = createCourse({
    pace: 700,
    story: [
      (conn) => conn.rooms.has("general") && conn.send({ type: "typing", username: "Mara" }),
      (conn) => conn.rooms.has("general") && conn.send({ type: "chat-message", from: "Mara", text: lines() }),
      (conn) => conn.rooms.has("dev") && conn.send({ type: "user-joined", username: "Jonas", room: "dev" }),
      (conn) => conn.rooms.has(`game-${games}`) && conn.send({ type: "player-joined", playerId: "u-jonas" }),
      (conn) => conn.send({ type: "room-message", text: "The lobby closes at six" }),
      (conn) => conn.send({ type: "user-left", userId: "u-jonas" }),
    ],
    fates: ["cut", "refuse", "unanswered"],
    announcement: () => ({ type: "announcement", text: ANNOUNCEMENT }),
    wrap: wrapFlat,
    joined: "user-joined",
  });

  const answers: Record<string, (conn: Connection, fields: Readonly<Record<string, unknown>>) => void> = {
    join(conn, { username }) {
      names.set(conn, textOf(username, MAX_NAME) ?? "nobody");
      conn.joinRoom("chat");
    },
    "join-room"(conn, { room, username }) {
      if (!textOf(room, MAX_NAME)) return;
      conn.joinRoom(String(room));
      conn.broadcast({ type: "user-joined", username, room }, { rooms: [String(room)] });
    },
    "leave-room": (conn, { room }) => conn.leaveRoom(String(room)),
    message(conn, { room, username, text }) {
      const rooms = [String(room)];
      conn.broadcast({ type: "chat-message", from: username, text }, { rooms, includeSelf: true });
    },
    chat(conn, { username, text }) {
      const frame = { type: "message", from: username, text, timestamp: Date.now() };
      conn.broadcast(frame, { includeSelf: true });
    },
    typing: (conn, { username }) => conn.broadcast({ type: "typing", username }),
    "create-game"(conn) {
      games += 1;
      const gameId = `game-${games}`;
      conn.joinRoom(gameId);
      conn.send({ type: "game-created", gameId });
    },
    "join-game"(conn, { gameId }) {
      const rooms = [String(gameId)];
      conn.joinRoom(String(gameId));
      conn.broadcast({ type: "player-joined", playerId: conn.id }, { rooms });
    },
    "game-action"(conn, { gameId, action }) {
      const rooms = [String(gameId)];
      conn.broadcast({ type: "game-update", action, playerId: conn.id }, { rooms, includeSelf: true });
    },
  };

  return {
    pattern: "/ws/universal/chat",
    heartbeat: 2000,
    refuse: course.refuse,
    onConnect(conn) {
      conn.send({ type: "welcome", message: "Welcome to the mock server" });
      conn.send({ type: "connected", id: conn.id, timestamp: Date.now() });
      conn.joinRoom("lobby");
      conn.send({ type: "joined-lobby" });
      course.start(conn);
    },
    onMessage(conn, data) {
      if (course.silent(conn)) return;
      const { type, ...fields } = fieldsOf(data);
      if (typeof type !== "string") return;
      if (Object.hasOwn(answers, type)) answers[type]?.(conn, fields);
      else course.obey(conn, type, fields);
    },
    onClose(conn) {
      course.stop(conn);
      conn.broadcast({ type: "user-left", userId: names.get(conn) ?? conn.id });
    },
  };
}

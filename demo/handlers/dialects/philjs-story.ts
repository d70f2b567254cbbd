import { randomUUID } from "node:crypto";
import type { Connection } from "../../server";
import { inTurn, JONAS, MARA, type Person, PRIYA } from "./cast";

const ROOM = "room-abc";
const GAME = "game-456";

/** What happens in the rooms of a PhilJS page; each connection hears of the rooms that it is in. */
export function philjsStory(): ((conn: Connection) => void)[] {
  const lines = inTurn("Checkout latency is over 2 s in eu-west", "Rolling it back now", "All green again");

  function tell(conn: Connection, type: string, payload: unknown, room = ROOM, from = MARA.id): void {
    if (conn.rooms.has(room)) conn.send({ type, payload, room, from, timestamp: Date.now() });
  }

  function says(conn: Connection, { id: userId, name: userName }: Person): void {
    const text = lines();
    const timestamp = Date.now();
    tell(conn, "user:typing", { userId, isTyping: false }, ROOM, userId);
    tell(conn, "chat:message", { id: randomUUID(), userId, userName, text, timestamp }, ROOM, userId);
  }

  /** One change of one's presence comes as four messages, because the hook subscribes anew with each. */
  function presenceBurst(conn: Connection, user: Person, status: string): void {
    const update = { user, data: { status }, lastSeen: Date.now() };
    tell(conn, "presence:leave", user.id, ROOM, user.id);
    tell(conn, "presence:join", { user, room: ROOM }, ROOM, user.id);
    tell(conn, "presence:update", update, ROOM, user.id);
    tell(conn, "presence:update", update, ROOM, user.id);
  }

  function cursor(conn: Connection, x: number, y: number): void {
    tell(conn, "cursor:move", { user: MARA, x, y, timestamp: Date.now() });
  }

  return [
    (conn) => tell(conn, "user:typing", { userId: MARA.id, isTyping: true }),
    (conn) => says(conn, MARA),
    (conn) => cursor(conn, 120, 48),
    (conn) => presenceBurst(conn, MARA, "away"),
    (conn) => tell(conn, "room:user:joined", PRIYA, ROOM, PRIYA.id),
    (conn) => tell(conn, "game:move", { x: 3, y: 5 }, GAME, JONAS.id),
    (conn) => cursor(conn, 180, 64),
    (conn) => tell(conn, "room:user:left", PRIYA.id, ROOM, PRIYA.id),
    (conn) =>
      conn.send({ type: "system:notice", payload: { text: "Backup finished" }, timestamp: Date.now() }),
    (conn) => presenceBurst(conn, MARA, "online"),
  ];
}

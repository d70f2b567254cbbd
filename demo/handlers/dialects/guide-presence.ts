import type { Handler } from "../../server";
import { fieldsOf } from "../fields";
import { JONAS, MARA } from "./cast";
import { createCourse } from "./course";

/** `/ws/guide/presence`: the guide has one socket per purpose. Its presence names `userId` at the top. */
export function createGuidePresence(): Handler {
  const seen = (x: number, y: number) => ({ cursor: { x, y }, lastSeen: Date.now() });
  const course = createCourse({
    pace: 1000,
    story: [
      (conn) =>
        conn.send({ type: "presence:join", userId: JONAS.id, name: JONAS.name, lastSeen: Date.now() }),
      (conn) => conn.send({ type: "presence:update", userId: MARA.id, name: MARA.name, ...seen(120, 48) }),
      (conn) => conn.send({ type: "presence:update", userId: JONAS.id, name: JONAS.name, ...seen(40, 200) }),
      (conn) => conn.send({ type: "presence:leave", userId: JONAS.id }),
    ],
    fates: [],
    announcement: () => ({ type: "announcement", text: "Presence is being moved" }),
    wrap: (name, fields) => `{"type":${JSON.stringify(name)},"data":${fields}}`,
    joined: "presence:join",
  });

  return {
    pattern: "/ws/guide/presence",
    onConnect(conn) {
      conn.send({ type: "presence:join", userId: MARA.id, name: MARA.name, lastSeen: Date.now() });
      course.start(conn);
    },
    onMessage(conn, data) {
      const { type, roomId, cursor } = fieldsOf(data);
      if (type !== "presence:update" || typeof roomId !== "string") return;
      conn.joinRoom(roomId);
      const update = { type, userId: conn.id, name: "Guest", cursor, lastSeen: Date.now() };
      conn.broadcast(update, { rooms: [roomId] });
    },
    onClose: course.stop,
  };
}

import type { Connection, Handler } from "../../server";
import { fieldsOf, textOf } from "../fields";
import { ANNOUNCEMENT, inTurn } from "./cast";
import { createCourse } from "./course";

const MAX_NAME = 60;
const PROJECT = "project:p7";
const WRONG_TOKEN = "wrong";

/** `/ws/warpkit`: takes flat `{type, ...}`, answers `{name, data, timestamp}`, and "3" to "2". */
export function createWarpkit(): Handler {
  const status = inTurn("down", "degraded", "up");
  let incidents = 0;

  function emit(conn: Connection, name: string, data: unknown, room?: string): void {
    if (room === undefined || conn.rooms.has(room)) conn.send({ name, data, timestamp: Date.now() });
  }

  const course = createCourse({
    pace: 800,
    story: [
      (conn) => emit(conn, "monitor.status-changed", { monitorId: "m-12", status: status() }, PROJECT),
      (conn) => {
        incidents += 1;
        emit(conn, "incident.created", { uuid: `i-${incidents}`, title: "Checkout is slow" }, PROJECT);
      },
      (conn) => emit(conn, "user.updated", { id: "u-mara", name: "Mara", role: "admin" }, "account:a1"),
      (conn) => emit(conn, "incident.resolved", { uuid: `i-${incidents}` }, PROJECT),
      (conn) => emit(conn, "system:deploy", { text: "Version 7.3 is out" }),
    ],
    fates: ["cut", "refuse", "silence"],
    announcement: () => ({ name: "announcement", data: { text: ANNOUNCEMENT }, timestamp: Date.now() }),
    wrap: (name, fields) => `{"name":${JSON.stringify(name)},"data":${fields},"timestamp":${Date.now()}}`,
    joined: "room.joined",
  });

  return {
    pattern: "/ws/warpkit",
    refuse: course.refuse,
    onConnect: course.start,
    onMessage(conn, data) {
      if (course.silent(conn)) return;
      // The text "2", which reads as JSON.
      if (data === 2) return conn.send("3");
      const { type, ...fields } = fieldsOf(data);
      const room = textOf(fields.room, MAX_NAME);
      if (type === "auth" && fields.token === WRONG_TOKEN) {
        emit(conn, "auth.failed", { message: "Invalid token" });
        conn.close(4002, "Invalid token");
      } else if (type === "room.join" && room) conn.joinRoom(room);
      else if (type === "room.leave" && room) conn.leaveRoom(room);
      else if (type === "incident.acknowledge") {
        const frame = { name: "incident.acknowledged", data: fields, timestamp: Date.now() };
        conn.broadcast(frame, { rooms: [PROJECT], includeSelf: true });
      } else course.obey(conn, type, fields);
    },
    onClose: course.stop,
  };
}

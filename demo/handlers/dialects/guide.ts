import type { Connection, Handler } from "../../server";
import { fieldsOf, textOf } from "../fields";
import { ANNOUNCEMENT, inTurn, JONAS, MARA } from "./cast";
import { createCourse } from "./course";
import { wrapFlat } from "./hostile";

const MAX_NAME = 60;
const SELF = "robin";
const FORBIDDEN = "staff";

/** `/ws/guide/chat`: the flat messages of the guide's hooks, every field beside `type`. */
export function createGuideChat(): Handler {
  const lines = inTurn("Did you see the release notes?", "Yes, ship it", "Lunch?");
  const inRooms = (frame: (room: string) => unknown) => (conn: Connection) => {
    for (const room of conn.rooms) conn.send(frame(room));
  };
  const course = createCourse({
    pace: 700,
    story: [
      inRooms((room) => ({ type: "typing", room, userId: MARA.id, isTyping: true })),
      inRooms((room) => ({ type: "message", room, userId: MARA.id, text: lines(), timestamp: Date.now() })),
      inRooms((room) => ({ type: "typing", room, userId: MARA.id, isTyping: false })),
      inRooms((room) => ({ type: "left", room, userId: JONAS.id })),
      (conn) => conn.send({ type: "system:notice", text: "Backup finished" }),
      inRooms((room) => ({ type: "joined", room, users: [MARA.id, SELF, JONAS.id] })),
    ],
    fates: ["cut", "refuse", "restart"],
    announcement: () => ({ type: "announcement", text: ANNOUNCEMENT }),
    wrap: wrapFlat,
    joined: "joined",
  });

  return {
    pattern: "/ws/guide/chat",
    refuse: course.refuse,
    onConnect: course.start,
    onMessage(conn, data) {
      if (course.silent(conn)) return;
      const { type, ...fields } = fieldsOf(data);
      const room = textOf(fields.room, MAX_NAME);
      const others = { rooms: room ? [room] : [] };
      if (type === "ping") conn.send({ type: "pong" });
      else if (type === "join" && room === FORBIDDEN) {
        conn.send({ type: "error", message: `You may not join ${FORBIDDEN}` });
      } else if (type === "join" && room) {
        conn.joinRoom(room);
        conn.broadcast(
          { type: "joined", room, users: [MARA.id, JONAS.id, SELF] },
          { ...others, includeSelf: true },
        );
      } else if (type === "leave" && room) {
        conn.leaveRoom(room);
        conn.broadcast({ type: "left", room, userId: SELF }, others);
      } else if (type === "message" && room) {
        const message = { type, room, userId: SELF, text: fields.text, timestamp: Date.now() };
        conn.broadcast(message, { ...others, includeSelf: true });
      } else if (type === "typing" && room) {
        conn.broadcast({ type, room, userId: SELF, isTyping: fields.isTyping === true }, others);
      } else course.obey(conn, type, fields);
    },
    onClose: course.stop,
  };
}

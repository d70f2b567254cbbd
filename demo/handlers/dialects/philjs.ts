import type { Connection, Handler } from "../../server";
import { fieldsOf, textOf } from "../fields";
import { ANNOUNCEMENT, JONAS, MARA, type Person } from "./cast";
import { createCourse } from "./course";
import { philjsStory } from "./philjs-story";

const MAX_NAME = 60;
/** Types that go on to a room as they came. Who is not in the room reaches nobody, and is not told so. */
const RELAYED = /^(chat:message|user:typing|cursor:move|presence:(join|update|leave)|game:move)$/;

/** `/ws/philjs`: what a server for PhilJS's WebSocketClient and its hooks for rooms, presence and cursors says. */
export function createPhiljs(): Handler {
  const people = new WeakMap<Connection, Person>();
  const course = createCourse({
    pace: 700,
    story: philjsStory(),
    fates: ["cut", "refuse", "restart"],
    announcement: () => ({
      type: "system:announcement",
      payload: { text: ANNOUNCEMENT },
      timestamp: Date.now(),
    }),
    wrap: (name, fields) =>
      `{"type":${JSON.stringify(name)},"payload":${fields},"room":"__proto__","timestamp":${Date.now()}}`,
    joined: "room:joined",
  });

  function join(conn: Connection, payload: Readonly<Record<string, unknown>>): void {
    const room = textOf(payload.roomId, MAX_NAME);
    const user = personIn(payload.user);
    const timestamp = Date.now();
    if (!room || (room === "vault" && payload.password !== "herring")) {
      const message = room ? `Wrong password for ${room}` : "No room given";
      conn.send({ type: "room:error", payload: { message }, room, timestamp });
      return;
    }
    conn.joinRoom(room);
    people.set(conn, user);
    const joined = { id: room, users: [MARA, JONAS, user], createdAt: "2026-04-03T09:00:00.000Z" };
    const history = [
      { id: "m-1", userId: MARA.id, userName: MARA.name, text: "Morning", timestamp: timestamp - 60_000 },
      {
        id: "m-2",
        userId: JONAS.id,
        userName: JONAS.name,
        text: "Hello Mara",
        timestamp: timestamp - 30_000,
      },
    ];
    conn.send({ type: "room:joined", payload: joined, room, timestamp });
    conn.send({ type: "room:history", payload: history, room, timestamp });
    conn.broadcast({ type: "room:user:joined", payload: user, room, timestamp }, { rooms: [room] });
  }

  function leave(conn: Connection, room: string): void {
    const payload = people.get(conn)?.id ?? conn.id;
    const timestamp = Date.now();
    for (const type of ["presence:leave", "room:user:left"]) {
      conn.broadcast({ type, payload, room, timestamp }, { rooms: [room] });
    }
    conn.leaveRoom(room);
  }

  return {
    pattern: "/ws/philjs",
    refuse: course.refuse,
    onConnect: course.start,
    onMessage(conn, data) {
      if (course.silent(conn)) return;
      const { type, payload, room } = fieldsOf(data);
      const fields = fieldsOf(payload);
      if (type === "ping") conn.send({ type: "pong" });
      else if (type === "room:join") join(conn, fields);
      else if (type === "room:leave") leave(conn, String(fields.roomId));
      else if (typeof type === "string" && RELAYED.test(type)) {
        const from = people.get(conn)?.id;
        if (typeof room !== "string" || !conn.rooms.has(room)) return;
        const includeSelf = type === "chat:message";
        conn.broadcast({ type, payload, room, from, timestamp: Date.now() }, { rooms: [room], includeSelf });
      } else course.obey(conn, type, fields);
    },
    onClose(conn) {
      course.stop(conn);
      for (const room of conn.rooms) leave(conn, room);
    },
  };
}

function personIn(user: unknown): Person {
  const { id, name } = fieldsOf(user);
  return { id: textOf(id, MAX_NAME) ?? "u-nobody", name: textOf(name, MAX_NAME) ?? "Nobody" };
}

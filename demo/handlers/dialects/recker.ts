import type { Connection, Handler } from "../../server";
import { fieldsOf } from "../fields";
import { ANNOUNCEMENT, inTurn } from "./cast";
import { createCourse } from "./course";

const TOPIC = /^\w{1,30}$/;
const WRONG_TOKEN = "wrong";

/**
 * `/ws/recker`: what the pages of Recker's guide listen to, all on one socket. It never answers `__heartbeat__`:
 * the client takes whatever comes for the answer.
 */
export function createRecker(): Handler {
  const price = inTurn(64_200.5, 64_203.25, 64_198.75, 64_210, 64_207.5);
  const cpu = inTurn(41, 57, 38, 66);
  const tick = (conn: Connection) => conn.send(encodeTick(price(), 0.25));
  const about = (topic: string, frame: () => object) => (conn: Connection) => {
    if (conn.rooms.has(topic)) conn.send(frame());
    else tick(conn);
  };
  const course = createCourse({
    pace: 450,
    story: [
      tick,
      (conn) => conn.send({ cpu: cpu(), memory: 61, requests: 391 }),
      tick,
      about("messages", () => ({ type: "message", user: "Mara", text: "BTC is moving" })),
      tick,
      about("alerts", () => ({ topic: "alerts", level: "warning", text: "Spread over 0.4 %" })),
      about("trades", () => ({ topic: "trades", side: "buy", price: price() })),
      (conn) => conn.send({ type: "system", text: "Market data is delayed by 1 s" }),
    ],
    fates: ["cut", "silence"],
    announcement: () => ({ type: "system", text: ANNOUNCEMENT }),
    wrap: (name, fields) => `{"type":${JSON.stringify(name)},"data":${fields}}`,
    joined: "joined",
  });

  return {
    pattern: "/ws/recker",
    refuse: course.refuse,
    onConnect: course.start,
    onMessage(conn, data) {
      if (course.silent(conn)) return;
      const { action, token, topics, ...fields } = fieldsOf(data);
      const named = Array.isArray(topics) ? topics.filter((topic) => TOPIC.test(String(topic))) : [];
      if (action === "authenticate" && token === WRONG_TOKEN) {
        conn.send({ type: "error", message: "Authentication failed" });
        conn.close(1008, "Authentication failed");
      } else if (action === "authenticate") conn.send({ type: "authenticated", user: { name: "Robin" } });
      else if (action === "subscribe") for (const topic of named) conn.joinRoom(topic);
      else if (action === "unsubscribe") for (const topic of named) conn.leaveRoom(topic);
      else if (action === "demo-stop") conn.send("STOP");
      else course.obey(conn, action, fields);
    },
    onClose: course.stop,
  };
}

/** 16 bytes: two little-endian doubles, the price at 0 and the volume at 8. */
function encodeTick(price: number, volume: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeDoubleLE(price, 0);
  bytes.writeDoubleLE(volume, 8);
  return bytes;
}

import type { Handler } from "../server";
import { createTicker } from "./ticker";

const INTERVAL = 12_000;

const TEXTS = [
  "Maintenance window tonight, 22:00 to 22:15 UTC",
  "Release 7.3 reached all regions",
  "The status page has moved to /status",
];

/** The socket that the first script of the page opens: a greeting, and now and then a word to everybody. */
export function createAnnouncements(): Handler {
  let said = 0;
  const ticker = createTicker(INTERVAL, (members) => {
    const text = TEXTS[said % TEXTS.length];
    said += 1;
    for (const conn of members) conn.send({ type: "announcement", text });
  });

  return {
    pattern: "/ws/announcements",
    onConnect(conn) {
      conn.send({ type: "welcome", message: "Welcome to Tidewater Desk" });
      ticker.add(conn);
    },
    onClose: ticker.delete,
  };
}

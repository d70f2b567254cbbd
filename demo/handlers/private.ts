import type { Handler } from "../server";

/** The token that a private socket accepts. Not a secret: the page offers it on a button. */
const TOKEN = "demo";

/** A socket behind a token in the URL: 4001 without one, 4002 with a wrong one. */
export function createPrivate(pattern = "/ws/private"): Handler {
  return {
    pattern,

    authenticate(req) {
      const token = new URL(req.url ?? "/", "ws://localhost").searchParams.get("token");
      if (!token) return { success: false, code: 4001, reason: "No token provided" };
      if (token !== TOKEN) return { success: false, code: 4002, reason: "Invalid token" };
      return { success: true, data: { user: { name: "Robin", role: "support" } } };
    },

    onConnect(conn) {
      conn.send({ type: "authenticated", ...Object(conn.authData) });
    },
  };
}

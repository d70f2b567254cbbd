import type { WebSocket } from "ws";

/**
 * Pings a socket every `interval` milliseconds and terminates it, without a closing handshake, when the last
 * ping was not answered by then. Ends by itself when the socket closes.
 */
export function startHeartbeat(socket: WebSocket, interval: number): void {
  let answered = true;
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, interval);
  socket.on("pong", () => {
    answered = true;
  });
  socket.once("close", () => clearInterval(timer));
}

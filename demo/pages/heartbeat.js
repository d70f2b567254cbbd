import { byId } from "./dom.js";

const INTERVAL = 5000;

/**
 * Sends a ping every few seconds and shows how long the answer took.
 * @param {{ send(frame: object): void }} link
 */
export function startHeartbeat(link) {
  const line = byId("heartbeat", HTMLElement);
  let sentAt = 0;
  setInterval(() => {
    sentAt = performance.now();
    link.send({ type: "ping" });
  }, INTERVAL);

  return {
    answered() {
      line.textContent = `Last beat took ${(performance.now() - sentAt).toFixed(1)} ms`;
    },
  };
}

import type { Handler } from "../server";
import { createTicker } from "./ticker";

const INTERVAL = 1000;

/** Load of an imaginary server, as JSON without any type key, the way many dashboards send it. */
export function createMetrics(): Handler {
  let cpu = 40;
  let memory = 60;
  const ticker = createTicker(INTERVAL, (members) => {
    cpu = wander(cpu, 16);
    memory = wander(memory, 3);
    const figures = { cpu, memory, requests: 200 + Math.round(cpu * 9 * Math.random()) };
    for (const conn of members) conn.send(figures);
  });

  return { pattern: "/ws/metrics", onConnect: ticker.add, onClose: ticker.delete };
}

function wander(percent: number, step: number): number {
  return Math.round(Math.min(95, Math.max(10, percent + (Math.random() - 0.5) * step)));
}

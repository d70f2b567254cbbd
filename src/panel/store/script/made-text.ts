import type { Made } from "./made-script";

function frames(count: number): string {
  return count === 1 ? "1 frame" : `${count.toLocaleString("en")} frames`;
}

/** What a script was made of, and what was left out, in words. */
export function madeText({ script, socket, others, heartbeats, unkept, over }: Made): string {
  const taken = script.steps.filter(({ kind }) => kind !== "pause").length;
  const left = [
    others > 0 && `${frames(others)} of other sockets`,
    heartbeats > 0 && `${frames(heartbeats)} of heartbeats`,
    unkept > 0 && `${frames(unkept)} without a content`,
    over > 0 && `${frames(over)} beyond 100,000 steps`,
  ].filter((each) => each !== false);
  const rest = left.length > 0 ? `; left out: ${left.join(", ")}` : "";
  return taken === 0
    ? `No frame of #${socket.number} makes a step${rest}`
    : `Made of ${frames(taken)} of #${socket.number}${rest}`;
}

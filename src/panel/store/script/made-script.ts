import { RowFlag } from "../../../model/capture";
import { MOST, type Script } from "../../../model/script/script";
import { type CapturedFrame, scriptOf } from "../../../model/script/script-of";
import type { Socket } from "../../../model/socket";
import type { Store } from "../store";
import { pick, type Source } from "./sources";

/** How a script is made. */
export interface MakeOptions {
  expectations: "none" | "names" | "content";
  pauses: boolean;
  heartbeats: boolean;
}

/** A script that was made of captured frames, and what of them is not in it. */
export interface Made {
  script: Script;
  socket: Socket;
  /** Frames of other sockets. */
  others: number;
  heartbeats: number;
  /** Frames that were sent, of which the content was not kept. */
  unkept: number;
  /** Frames that were over the bound of 100,000 steps. */
  over: number;
}

/** Makes a script of captured frames, or says why it cannot. Contents on disk are fetched. */
export async function makeScript(
  store: Store,
  source: Source,
  options: MakeOptions,
): Promise<Made | { why: string }> {
  const picked = pick(store, source);
  if ("why" in picked) return picked;
  const { socket, rows, others } = picked;
  const { capture, understanding } = store;
  const { meanings } = understanding;
  const lease = store.attic.lease();
  const frames: CapturedFrame[] = [];
  let [heartbeats, unkept, over] = [0, 0, 0];
  try {
    for (const row of rows) {
      const flags = capture.flags(row);
      const sent = (flags & RowFlag.Sent) !== 0;
      const heartbeat = meanings.kind(row) === "heartbeat";
      if (heartbeat && !options.heartbeats) {
        heartbeats++;
        continue;
      }
      if (!sent && options.expectations === "none") continue;
      if (frames.length >= MOST.steps) {
        over++;
        continue;
      }
      const common = { time: capture.time(row), name: meanings.name(row), rooms: meanings.rooms(row) };
      const stored = flags & RowFlag.Stored;
      const payload = stored ? await lease.payload(row) : capture.payload(row);
      const content =
        typeof payload === "string"
          ? { text: payload }
          : payload instanceof Uint8Array
            ? { bytes: payload }
            : null;
      if (content || !sent) frames.push({ ...common, sent, heartbeat, ...content });
      else unkept++;
    }
  } finally {
    lease.end();
  }
  const script = scriptOf(frames, { name: `Script of #${socket.number}`, ...options });
  const taken = script.steps.filter(({ kind }) => kind !== "pause").length;
  return { script, socket, others, heartbeats, unkept, over: over + frames.length - taken };
}

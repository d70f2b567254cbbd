import type { Filled } from "../template/fill";
import type { After } from "./countdown";

/** What a run needs of the world: clock, timers, a socket, a filler of templates. */
export interface RunWorld {
  /** Ms; only differences count. */
  now(): number;
  after: After;
  /** Sends a frame, or keeps it for a connection to come, or says why neither: "refused: the socket is closed". */
  send(content: string | Uint8Array): "sent" | "kept" | `refused: ${string}`;
  fill(text: string): Filled;
  /** Called after anything changed. */
  changed?: (() => void) | undefined;
}

/** How a script is played. */
export interface RunOptions {
  /**
   * - `original`: pauses as they are; `factor`: so many times as long; `none`: left out
   * - `step`: one step at each call of `step` (or `resume`); pauses are left out
   */
  timing: "original" | "factor" | "step" | "none";
  /** Of `factor`: 0.5 is twice as fast. What is no number or negative counts as 1. */
  factor: number;
  /** Whether it begins again when it has come to its end. */
  looping: boolean;
  /** Most frames that it sends a second, evenly spaced; what is not above 0: as many as there are. */
  perSecond: number;
}

/** `paused`: also before each step of `step`; `waiting`: for a frame; `stopped`: by hand, or because a send failed. */
export type RunState = "idle" | "running" | "paused" | "waiting" | "done" | "stopped";

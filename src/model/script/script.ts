import type { Expectation } from "../match/expectation";

/** Sends a frame: `text`, or bytes as `base64`. `template`: the holes of its text are filled first. */
export interface SendStep {
  kind: "send";
  text?: string | undefined;
  base64?: string | undefined;
  template: boolean;
}

/** Waits for a frame, at most `timeout` ms. */
interface ExpectStep {
  kind: "expect";
  expectation: Expectation;
  timeout: number;
}

interface PauseStep {
  kind: "pause";
  ms: number;
}

export type Step = SendStep | ExpectStep | PauseStep;

/** What is sent and expected, in order. */
export interface Script {
  version: 1;
  name: string;
  steps: Step[];
}

/** Bounds of a script; a day of waiting is as good as a script that hangs. */
export const MOST = { steps: 100_000, characters: 16_000_000, name: 200, wait: 86_400_000 } as const;

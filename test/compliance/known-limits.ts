import type { Check } from "./check";

export interface Limit extends Check {
  readonly why: string;
}
export const limits: Limit[] = [];

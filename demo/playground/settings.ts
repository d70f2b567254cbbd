import type { PanelNotice } from "../../src/protocol";

/** What the playground is asked for, by its address. */
export interface Settings {
  capture: string;
  /** 0 plays all at once. */
  pace: number;
  /** Frames to make of the capture instead of playing it; 0 plays it. */
  flood: number;
  /** Frames per second of the flood; 0 lets them come at once. */
  rate: number;
  /** What the panel is told of the tab in the end. */
  standing: string;
  theme: string;
  width: string;
  height: string;
}

export const CHOICES: Record<string, readonly string[]> = {
  pace: ["1", "10", "0"],
  flood: ["0", "100000", "1000000"],
  rate: ["0", "100", "1000", "10000"],
  standing: ["", "ready", "unreachable", "missing", "severed"],
  theme: ["", "light", "dark"],
  width: ["100%", "1300px", "800px", "400px"],
  height: ["100%", "700px", "400px", "250px"],
};

export function readSettings(search: string, captures: readonly string[]): Settings {
  const asked = new URLSearchParams(search);
  const number = (name: string, fallback: number) => Number(asked.get(name) ?? fallback);
  return {
    capture: asked.get("capture") ?? captures[0] ?? "",
    pace: number("pace", 1),
    flood: number("flood", 0),
    rate: number("rate", 0),
    standing: asked.get("standing") ?? "",
    theme: asked.get("theme") ?? "",
    width: asked.get("width") ?? "100%",
    height: asked.get("height") ?? "100%",
  };
}

export function standingNotice(standing: string): PanelNotice {
  if (standing === "severed") return { type: "severed" };
  if (standing === "ready") return { type: "tab", state: "ready", page: 0 };
  return { type: "tab", state: standing === "missing" ? "missing" : "unreachable" };
}

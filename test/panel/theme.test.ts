import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../../src/panel/theme.css", import.meta.url), "utf8");
const THEMES = ["light", "dark"] as const;

/** Contrast that WCAG AA asks for: of text, and of what else must be seen. */
const TEXT = 4.5;
const SIGN = 3;

const PAIRS: [front: string, backs: string[], least: number][] = [
  ["text", ["surface", "chrome", "field", "hover", "selection", "warning-surface"], TEXT],
  ["muted", ["surface", "chrome", "field", "hover"], TEXT],
  ["selection-muted", ["selection"], TEXT],
  ["accent", ["surface", "chrome"], TEXT],
  ["on-accent", ["accent"], TEXT],
  ["on-pressed", ["pressed"], TEXT],
  ["sent", ["surface", "hover", "selection"], TEXT],
  ["received", ["surface", "hover", "selection"], TEXT],
  ["error", ["surface", "field", "hover"], TEXT],
  ["warning", ["surface", "chrome", "hover", "warning-surface"], TEXT],
  ["replayed", ["surface", "hover"], TEXT],
  ["replayed", ["selection"], SIGN],
  ["json-key", ["surface", "hover"], TEXT],
  ["json-string", ["surface", "hover"], TEXT],
  ["json-number", ["surface", "hover"], TEXT],
  ["json-word", ["surface", "hover"], TEXT],
  ["control-line", ["surface", "chrome"], SIGN],
  ["record", ["chrome"], SIGN],
  ["accent", ["selection"], SIGN],
];

function colour(name: string, theme: (typeof THEMES)[number]): string {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  if (!found) throw new Error(`no colour --${name}`);
  return found[theme === "light" ? 1 : 2] ?? "";
}

/** Relative luminance, as WCAG defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(THEMES)("in the %s theme", (theme) => {
  test.each(PAIRS)("%s can be read on %s", (front, backs, least) => {
    for (const back of backs) {
      expect(contrast(colour(front, theme), colour(back, theme)), back).toBeGreaterThanOrEqual(least);
    }
  });
});

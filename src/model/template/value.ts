import { jsonIn } from "../match/json-in";
import { stringContent } from "../secrets/json-tokens";
import type { Ask } from "./ask";
import { valueAt } from "./json-source";

/** What templates are filled with: the clock, chance and frames are handed in. */
export interface TemplateWorld {
  /** Ms since 1970. */
  now(): number;
  uuid(): string;
  /** From 0 up to, not including, 1. */
  random(): number;
  /** The next number. Asked at most once for a text: a text that names it twice means the same one. */
  counter(): number;
  /** The text of the newest received frame whose envelope has this name; null where none came, or it was no text. */
  last(name: string): string | null;
}

/** What a hole is filled with: in plain text, and as JSON. */
export interface Value {
  plain: string;
  json: string;
}

/** What a hole asks for, or why there is none, in a sentence. */
export function valueFor(ask: Ask, world: TemplateWorld): Value | string {
  if (ask.kind === "now") return ask.iso ? isoOf(world.now()) : numberOf(world.now());
  if (ask.kind === "uuid") return textOf(world.uuid());
  if (ask.kind === "counter") return numberOf(world.counter());
  if (ask.kind === "random") {
    const { from, to } = ask;
    return numberOf(Math.min(to, from + Math.floor(world.random() * (to - from + 1))));
  }
  const text = world.last(ask.name);
  if (text === null) return `No text frame named "${ask.name}" was received.`;
  return ask.path === null ? wholeOf(text) : partOf(text, ask.name, ask.path);
}

function wholeOf(text: string): Value {
  const json = jsonIn(text);
  return { plain: text, json: json?.at === 0 ? json.source : JSON.stringify(text) };
}

/** The source is taken as it stands: no digit changes. */
function partOf(text: string, name: string, path: readonly string[]): Value | string {
  const json = jsonIn(text);
  if (!json) return `The last frame named "${name}" is no JSON.`;
  const span = valueAt(json.source, path);
  if (!span) return `The last frame named "${name}" has nothing at "${path.join(".")}".`;
  const source = json.source.slice(span.from, span.to);
  return { plain: source.startsWith('"') ? stringContent(source) : source, json: source };
}

function textOf(plain: string): Value {
  return { plain, json: JSON.stringify(plain) };
}

function numberOf(number: number): Value {
  const plain = String(number);
  return { plain, json: plain };
}

function isoOf(now: number): Value | string {
  const date = new Date(now);
  return Number.isNaN(date.getTime()) ? "The clock tells no date." : textOf(date.toISOString());
}

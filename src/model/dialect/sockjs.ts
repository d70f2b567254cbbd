import type { Dialect, Evidence, Read, SocketFacts } from "./dialect";
import type { Envelope } from "./envelope";
import { Frame, type Json } from "./frame";
import { objectOf, own, parseJson, textOf } from "./own-keys";
import { several } from "./several";
import { stomp } from "./stomp";

function isTexts(json: Json | undefined): json is string[] {
  return Array.isArray(json) && json.length > 0 && json.every((item) => typeof item === "string");
}

/** The name in a message that is a JSON object with a string `type`. */
function typeIn(text: string): string {
  const object = text.charCodeAt(0) === 0x7b ? objectOf(parseJson(text)) : undefined;
  return (object && textOf(own(object, "type"))) || "message";
}

function close(json: Json | undefined): Envelope | null {
  if (!Array.isArray(json)) return null;
  return { kind: "system", name: "close", payload: json, found: { payload: "[0], [1]" } };
}

function open(): Read {
  const readStomp = stomp.open();
  const frame = new Frame();
  const messages = (texts: string[], sent: boolean): Envelope | null =>
    several(texts, (text) => {
      // Spring's SockJS carries STOMP.
      const inner = readStomp(frame.set(sent, text)) ?? {
        kind: "message",
        name: typeIn(text),
        payload: text,
      };
      // Where a field stands in the text within is not where it stands in the frame.
      const { found: _, ...envelope } = inner;
      return envelope;
    });
  return ({ sent, text, bytes, array }) => {
    if (bytes) return null;
    // The page sends its messages as a JSON array, without a letter in front.
    if (sent) return isTexts(array) ? messages(array, true) : null;
    if (text === "o") return { kind: "connect", name: "open", good: true };
    if (text === "h") return { kind: "heartbeat", name: "heartbeat", beat: "sign" };
    const json = text[1] === "[" || text[0] === "m" ? parseJson(text.slice(1)) : undefined;
    if (text[0] === "c") return close(json);
    if (text[0] === "a" && isTexts(json)) return messages(json, false);
    return text[0] === "m" && typeof json === "string" ? messages([json], false) : null;
  };
}

function fits({ sent, text, array }: Frame): Evidence | null {
  if (sent) return isTexts(array) ? { weight: 1, reason: "it is an array of texts" } : null;
  if (text === "o") return { weight: 3, reason: "it is the letter o alone, SockJS's open frame" };
  if (text === "h") return { weight: 1, reason: "it is the letter h alone" };
  if (text.startsWith('a["') && isTexts(parseJson(text.slice(1)))) {
    return { weight: 3, reason: "it is the letter a and an array of texts" };
  }
  if (text.startsWith("c[") && Array.isArray(parseJson(text.slice(1)))) {
    return { weight: 3, reason: "it is the letter c and an array, SockJS's close frame" };
  }
  return null;
}

function hint({ url }: SocketFacts): Evidence | null {
  return /\/\d{3}\/[^/?]+\/websocket(\?|$)/.test(url)
    ? { weight: 3, reason: "its address ends in a server's number, a session and /websocket" }
    : null;
}

/**
 * SockJS's framing, after the SockJS protocol 0.3.3 (github.com/sockjs/sockjs-protocol): o, h, a[...], m"...", c[...].
 * What is inside is the payload; where that is STOMP, as Spring sends it, the envelope is STOMP's.
 */
export const sockjs: Dialect = { id: "sockjs", title: "SockJS", hint, fits, open };

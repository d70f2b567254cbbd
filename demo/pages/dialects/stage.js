import { badge, byId, make } from "../dom.js";

const MAX_LINES = 200;
const MAX_SHOWN = 220;

/** @typedef {ReturnType<typeof createStage>} Stage */

/** What is so on every page: buttons, the facts, the frames, and sockets whose life is shown. */
export function createStage() {
  const asked = new URLSearchParams(location.search);
  const log = byId("log", HTMLElement);
  const facts = byId("facts", HTMLElement);
  const showState = badge("state");
  /** @type {Map<string, HTMLElement>} */
  const values = new Map();
  let opened = 0;
  let main = "";

  /**
   * @param {string} kind
   * @param {string} text
   */
  function line(kind, text) {
    const cut = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}… (${text.length} characters)` : text;
    log.prepend(make("li", kind, cut));
    while (log.childElementCount > MAX_LINES) log.lastElementChild?.remove();
  }

  /**
   * @param {string} name
   * @param {string | number} value
   */
  function fact(name, value) {
    const element = values.get(name) ?? make("dd", "");
    element.textContent = String(value);
    if (values.has(name)) return;
    values.set(name, element);
    const row = make("div", "");
    row.append(make("dt", "", name), element);
    facts.append(row);
  }

  /**
   * The badge is the main socket's: the page's first, and those that follow it.
   * @param {string} place
   * @param {"connecting" | "open" | "closed"} state
   * @param {string} [text]
   */
  function show(place, state, text) {
    main ||= place;
    if (place === main) showState(state, text);
  }

  return {
    fact,
    /** Names this load of the page to the server, which then drops its first sockets; `?drops=no` prevents that. */
    visit: asked.get("drops") === "no" ? "" : Math.random().toString(36).slice(2, 8),
    /** Whether "Hostile" asks for the 1.2 MB frame and the one of 100,000 levels too; `?large=no` prevents that. */
    large: asked.get("large") !== "no",

    /** @param {string} text */
    note: (text) => line("note", text),

    /**
     * A socket whose opening, frames and close are shown.
     * @param {string} path
     * @param {string[]} [protocols]
     */
    open(path, protocols) {
      opened += 1;
      fact("Sockets so far", opened);
      const place = path.replace(/\?.*/, "");
      show(place, "connecting");
      const socket = new WebSocket(`ws://${location.host}${path}`, protocols);
      socket.addEventListener("open", () => show(place, "open"));
      socket.addEventListener("message", ({ data }) => {
        if (typeof data === "string") line("received", data);
        else line("received", `${data.byteLength ?? data.size} bytes`);
      });
      socket.addEventListener("close", ({ code, reason }) => {
        show(place, "closed", `closed, ${code}`);
        line("note", `${place} closed: ${code} ${reason}`);
      });
      return socket;
    },

    /**
     * @param {WebSocket} socket
     * @param {string} text
     */
    say(socket, text) {
      line("sent", text);
      socket.send(text);
    },

    /**
     * @param {string} id
     * @param {() => void} action
     */
    button(id, action) {
      byId(id, HTMLButtonElement).addEventListener("click", action);
    },
  };
}

/**
 * What a text holds as JSON, or undefined.
 * @param {unknown} text
 * @returns {any}
 */
export function parsed(text) {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

import { byId, make } from "./dom.js";

const MAX_LINES = 200;
const TYPING_SHOWN = 3000;

/**
 * What was said, room by room; one room is in sight.
 * @param {string} self The name whose lines stand on the right.
 */
export function createConversation(self) {
  const view = byId("conversation", HTMLElement);
  const typist = byId("typing", HTMLElement);
  /** @type {Map<string, HTMLElement>} */
  const lists = new Map();
  let list = make("ol", "");
  let typingTimer = 0;

  /** @param {HTMLElement} line */
  function append(line) {
    const atBottom = view.scrollHeight - view.scrollTop - view.clientHeight < 40;
    list.append(line);
    while (list.childElementCount > MAX_LINES) list.firstElementChild?.remove();
    if (atBottom) view.scrollTop = view.scrollHeight;
  }

  return {
    /** @param {string} room */
    show(room) {
      list = lists.get(room) ?? make("ol", "");
      lists.set(room, list);
      view.replaceChildren(list);
      view.scrollTop = view.scrollHeight;
      typist.textContent = "";
    },

    /** @param {string} text */
    note(text) {
      append(make("li", "note", text));
    },

    /**
     * @param {string} from
     * @param {string} text
     */
    say(from, text) {
      const line = make("li", from === self ? "line own" : "line");
      const avatar = make("span", "avatar", from.slice(0, 1).toUpperCase());
      avatar.style.setProperty("--hue", String(hueOf(from)));
      avatar.setAttribute("aria-hidden", "true");
      const who = make(
        "span",
        "who",
        new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }),
      );
      who.prepend(make("b", "", from === self ? "You" : from));
      line.append(avatar, who, make("span", "text", text));
      append(line);
      typist.textContent = "";
    },

    /** @param {string} name */
    typing(name) {
      typist.textContent = `${name} is typing…`;
      clearTimeout(typingTimer);
      typingTimer = window.setTimeout(() => {
        typist.textContent = "";
      }, TYPING_SHOWN);
    },
  };
}

/** @param {string} name */
function hueOf(name) {
  return [...name].reduce((hue, character) => (hue * 31 + character.charCodeAt(0)) % 360, 7);
}

import { badge, byId } from "./dom.js";
import { openSocket, parse } from "./link.js";

/** A socket that is refused until it brings the right token. */
export function startPrivate() {
  const showState = badge("private-state");
  const verdict = byId("verdict", HTMLElement);
  /** @type {WebSocket | undefined} */
  let current;

  /** @param {string} query */
  function open(query) {
    const socket = openSocket(`/ws/private${query}`);
    current?.close(1000, "Replaced");
    current = socket;
    showState("connecting");
    socket.onmessage = (event) => {
      if (socket !== current) return;
      showState("open");
      verdict.textContent = `Let in as ${parse(event.data).user.name}.`;
    };
    socket.onclose = (event) => {
      if (socket !== current) return;
      showState("closed", `closed, ${event.code}`);
      verdict.textContent = event.reason ? `Refused: ${event.reason}.` : "The connection was lost.";
    };
  }

  byId("right-token", HTMLElement).addEventListener("click", () => open("?token=demo"));
  byId("wrong-token", HTMLElement).addEventListener("click", () => open("?token=guess"));
  byId("no-token", HTMLElement).addEventListener("click", () => open(""));
  open("");
}

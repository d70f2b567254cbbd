import { badge, byId } from "./dom.js";
import { parse } from "./link.js";

/** Takes over the socket that the first script of the page opened, with what it has heard so far. */
export function followAnnouncements() {
  /** @type {{ frames: string[], socket: WebSocket }} */
  const { frames, socket } = Reflect.get(window, "announcements");
  const showState = badge("announcements-state");
  const line = byId("announcement", HTMLElement);

  /** @param {string} data */
  function show(data) {
    const { message, text } = parse(data);
    line.textContent = text ?? message;
  }

  for (const data of frames) show(data);
  socket.onmessage = (event) => show(event.data);
  socket.onopen = () => showState("open");
  socket.onclose = () => {
    showState("closed");
    line.textContent = "Reload the page for announcements";
  };
  showState(socket.readyState === WebSocket.OPEN ? "open" : "connecting");
}

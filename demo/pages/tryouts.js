import { byId } from "./dom.js";

const BURST = 1000;
const LARGE_BYTES = 1024 * 1024;

/**
 * The buttons that give Sockeye something to show.
 * @param {{ send(frame: object): void }} link
 */
export function startTryouts(link) {
  const outcome = byId("outcome", HTMLElement);
  const buttons = ["drop", "burst", "upload"].map((id) => byId(id, HTMLButtonElement));
  const actions = [drop, burst, upload];
  for (const [index, button] of buttons.entries()) {
    button.disabled = true;
    button.addEventListener("click", () => actions[index]?.());
  }
  let startedAt = 0;

  function drop() {
    outcome.textContent = "Asked the server to cut the line. A new socket follows in a second.";
    link.send({ type: "drop" });
  }

  function burst() {
    startedAt = performance.now();
    for (let index = 1; index <= BURST; index += 1) link.send({ type: "burst", index, count: BURST });
  }

  function upload() {
    startedAt = performance.now();
    link.send({ type: "upload", content: "sockeye ".repeat(LARGE_BYTES / 8) });
  }

  return {
    /** @param {boolean} possible */
    enable(possible) {
      for (const button of buttons) button.disabled = !possible;
    },

    /** @param {any} frame */
    onFrame(frame) {
      const took = `${Math.round(performance.now() - startedAt)} ms`;
      if (frame.type === "burst-received") {
        outcome.textContent = `The server received ${frame.count.toLocaleString("en")} frames after ${took}.`;
      } else if (frame.type === "upload-received") {
        outcome.textContent = `The server received ${frame.bytes.toLocaleString("en")} bytes after ${took}.`;
      } else if (frame.type === "error") {
        outcome.textContent = `The server answered: ${frame.message}`;
      }
    },
  };
}

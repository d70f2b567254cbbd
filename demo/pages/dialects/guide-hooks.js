const BASE_DELAY = 400;
const MAX_DELAY = 3000;
const HEARTBEAT = 1000;

/**
 * The guide's hooks in one: reconnects for ever and after every close, queues what is said meanwhile and sends it
 * before anything else, pings, and never looks for the pong.
 * @param {import("./stage.js").Stage} stage
 * @param {{ path: string, beats?: boolean, onOpen?: () => void, onMessage: (message: any) => void }} options
 */
export function useWebSocket(stage, { path, beats = false, onOpen, onMessage }) {
  /** @type {string[]} */
  const queue = [];
  /** @type {WebSocket} */
  let socket;
  let attempts = 0;
  let beat = 0;

  function connect() {
    socket = stage.open(path);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      attempts = 0;
      for (const text of queue.splice(0)) stage.say(socket, text);
      if (beats) beat = window.setInterval(() => stage.say(socket, '{"type":"ping"}'), HEARTBEAT);
      onOpen?.();
    };
    // Where the text is no JSON this throws, as the guide's does; the browser reports it and goes on.
    socket.onmessage = ({ data }) => onMessage(data instanceof ArrayBuffer ? data : JSON.parse(data));
    socket.onclose = () => {
      clearInterval(beat);
      const delay = Math.min(BASE_DELAY * 2 ** attempts, MAX_DELAY);
      attempts += 1;
      stage.fact("Retry", `attempt ${attempts} after ${delay} ms`);
      setTimeout(connect, delay);
    };
  }
  connect();

  return {
    /** @param {object} message */
    send(message) {
      const text = JSON.stringify(message);
      if (socket.readyState === WebSocket.OPEN) stage.say(socket, text);
      else {
        queue.push(text);
        stage.note(`Queued: ${text}`);
      }
    },

    /** What the hook does when its component goes; then its own `onclose` connects again, in the real one, too. */
    unmount: () => socket.close(),
  };
}

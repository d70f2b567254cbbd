const RETRY_DELAY = 1000;

/**
 * @typedef {object} LinkOptions
 * @property {(state: "connecting" | "open" | "closed", text?: string) => void} showState
 * @property {(data: any) => void} onFrame Gets JSON text parsed and binary as ArrayBuffer.
 * @property {() => void} [onOpen]
 * @property {() => void} [onClose]
 */

/**
 * Keeps a socket open: about a second after it closed, there is a new one.
 * @param {string} path
 * @param {LinkOptions} options
 */
export function keepOpen(path, { showState, onFrame, onOpen, onClose }) {
  /** @type {WebSocket} */
  let socket;

  function open() {
    showState("connecting");
    socket = openSocket(path);
    socket.onopen = () => {
      showState("open");
      onOpen?.();
    };
    socket.onmessage = (event) => onFrame(parse(event.data));
    socket.onclose = (event) => {
      showState("closed", `closed, ${event.code}`);
      onClose?.();
      setTimeout(open, RETRY_DELAY);
    };
  }
  open();

  return {
    /** @param {object} frame */
    send(frame) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
    },
  };
}

/** @param {string} path */
export function openSocket(path) {
  const socket = new WebSocket(`ws://${location.host}${path}`);
  socket.binaryType = "arraybuffer";
  return socket;
}

/** @param {string | ArrayBuffer} data */
export function parse(data) {
  return typeof data === "string" ? JSON.parse(data) : data;
}

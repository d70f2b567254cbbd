const BASE_DELAY = 500;
const MAX_DELAY = 30_000;
const JITTER = 0.2;
const HEARTBEAT = 1500;
const HEARTBEAT_TIMEOUT = 1000;
const PROTOCOLS = ["notifications-v2", "notifications-v1"];

/**
 * Behaves on the wire as Recker's client does: its heartbeat is the text `__heartbeat__`, whatever comes is the
 * answer, and nothing within the timeout means a close with 4000. Where a retry fails there is no other.
 */
export class ReckerClient {
  /** @type {WebSocket | undefined} */
  #socket;
  #wanted = false;
  #retrying = false;
  #beat = 0;
  #due = 0;
  #stage;
  #path;
  #onOpen;
  #onMessage;

  /**
   * @param {import("./stage.js").Stage} stage
   * @param {{ path: string, onOpen: () => void, onMessage: (data: string | Blob) => void }} options
   */
  constructor(stage, { path, onOpen, onMessage }) {
    this.#stage = stage;
    this.#path = path;
    this.#onOpen = onOpen;
    this.#onMessage = onMessage;
  }

  connect() {
    this.#wanted = true;
    const socket = this.#stage.open(this.#path, PROTOCOLS);
    this.#socket = socket;
    socket.onopen = () => {
      this.#retrying = false;
      this.#beat = window.setInterval(() => this.#ask(socket), HEARTBEAT);
      this.#onOpen();
    };
    socket.onmessage = ({ data }) => {
      clearTimeout(this.#due);
      this.#onMessage(data);
    };
    socket.onclose = () => {
      clearInterval(this.#beat);
      clearTimeout(this.#due);
      if (this.#wanted && !this.#retrying) this.#reconnect();
    };
  }

  /** @param {WebSocket} socket */
  #ask(socket) {
    this.#stage.say(socket, "__heartbeat__");
    clearTimeout(this.#due);
    this.#due = window.setTimeout(() => socket.close(4000, "heartbeat timeout"), HEARTBEAT_TIMEOUT);
  }

  #reconnect() {
    this.#retrying = true;
    const factor = 1 + (Math.random() * 2 - 1) * JITTER;
    const delay = Math.round(Math.min(BASE_DELAY * factor, MAX_DELAY));
    this.#stage.fact("Retry", `after ${delay} ms`);
    setTimeout(() => this.connect(), delay);
  }

  /** @param {object} message */
  sendJSON(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#stage.say(this.#socket, JSON.stringify(message));
    else this.#stage.note("WebSocket is not connected");
  }

  /**
   * @param {number} code
   * @param {string} reason
   */
  close(code, reason) {
    this.#wanted = false;
    this.#socket?.close(code, reason);
  }
}

const BASE_DELAY = 400;
const MAX_DELAY = 3000;
const HEARTBEAT = 1500;

/**
 * Behaves on the wire as PhilJS's WebSocketClient does: exponential delays without jitter, a ping that expects no
 * answer, nothing queued while there is no connection, and no memory of rooms.
 */
export class PhiljsClient {
  /** @type {WebSocket | undefined} */
  #socket;
  #attempts = 0;
  #wanted = true;
  #beat = 0;
  #path;
  #stage;
  #onOpen;
  #onMessage;

  /**
   * @param {import("./stage.js").Stage} stage
   * @param {{ path: string, onOpen: () => void, onMessage: (text: string) => void }} options
   */
  constructor(stage, { path, onOpen, onMessage }) {
    this.#stage = stage;
    this.#path = path;
    this.#onOpen = onOpen;
    this.#onMessage = onMessage;
  }

  connect() {
    const socket = this.#stage.open(this.#path);
    this.#socket = socket;
    socket.onopen = () => {
      this.#attempts = 0;
      this.#beat = window.setInterval(() => this.send("ping", {}), HEARTBEAT);
      this.#onOpen();
    };
    socket.onmessage = ({ data }) => this.#onMessage(data);
    socket.onclose = () => {
      clearInterval(this.#beat);
      if (this.#wanted) this.#reconnect();
    };
  }

  #reconnect() {
    this.#attempts += 1;
    const delay = Math.min(BASE_DELAY * 2 ** (this.#attempts - 1), MAX_DELAY);
    this.#stage.fact("Retry", `attempt ${this.#attempts} after ${delay} ms`);
    setTimeout(() => this.connect(), delay);
  }

  /** A retry that is under way is not called off: the real one has this flaw, too. */
  disconnect() {
    this.#wanted = false;
    this.#socket?.close();
  }

  /**
   * @param {string} type
   * @param {unknown} payload
   * @param {string} [room]
   */
  send(type, payload, room) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return this.#stage.note(`Dropped: ${type}`);
    this.#stage.say(this.#socket, JSON.stringify({ type, payload, timestamp: Date.now(), room }));
  }
}

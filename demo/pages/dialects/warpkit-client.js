const MIN_DELAY = 400;
const MAX_DELAY = 3000;
const HEARTBEAT = 1500;
const HEARTBEAT_TIMEOUT = 1000;

/**
 * Behaves on the wire as WarpKit's SocketClient does: a new address for each connection, flat messages out, "2" that
 * wants its "3", delays of a minimum and a random part. At every open it joins the rooms it remembers, then sends
 * what was kept, and only then tells the page, which authenticates and joins once more. Offline it closes at once and
 * waits; online it connects at once. Hidden it makes no attempt, visible again it makes one at once.
 */
export class WarpkitClient {
  /** @type {Set<string>} */
  rooms = new Set();
  /** @type {WebSocket | undefined} */
  #socket;
  /** @type {string[]} */
  #kept = [];
  #attempts = 0;
  #beat = 0;
  #due = 0;
  #retry = 0;
  #stage;
  #pathOf;
  #onConnected;
  #onMessage;

  /**
   * @param {import("./stage.js").Stage} stage
   * @param {() => string} pathOf
   * @param {{ onConnected: () => void, onMessage: (text: string) => void }} handlers
   */
  constructor(stage, pathOf, { onConnected, onMessage }) {
    this.#stage = stage;
    this.#pathOf = pathOf;
    this.#onConnected = onConnected;
    this.#onMessage = onMessage;
    window.addEventListener("offline", () => {
      clearTimeout(this.#retry);
      this.#socket?.close();
    });
    window.addEventListener("online", () => this.#resume());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) clearTimeout(this.#retry);
      else this.#resume();
    });
  }

  #resume() {
    const state = this.#socket?.readyState;
    if (!navigator.onLine || state === WebSocket.OPEN || state === WebSocket.CONNECTING) return;
    clearTimeout(this.#retry);
    this.connect();
  }

  connect() {
    const socket = this.#stage.open(this.#pathOf());
    this.#socket = socket;
    socket.onopen = () => this.#opened(socket);
    socket.onmessage = ({ data }) => {
      if (data === "3") this.#answered();
      else if (data !== "2") this.#onMessage(data);
    };
    socket.onclose = () => {
      if (this.#socket === socket) this.#closed();
    };
  }

  /** @param {string} room */
  joinRoom(room) {
    this.rooms.add(room);
    if (this.#socket?.readyState === WebSocket.OPEN) this.send("room.join", { room });
  }

  /** @param {string} room */
  leaveRoom(room) {
    this.rooms.delete(room);
    if (this.#socket?.readyState === WebSocket.OPEN) this.send("room.leave", { room });
  }

  /**
   * @param {string} type
   * @param {object} payload
   */
  send(type, payload) {
    const text = JSON.stringify({ type, ...payload });
    if (this.#socket?.readyState === WebSocket.OPEN) this.#stage.say(this.#socket, text);
    else this.#kept.push(text);
  }

  /** @param {WebSocket} socket */
  #opened(socket) {
    this.#attempts = 0;
    this.#beat = window.setInterval(() => this.#ask(socket), HEARTBEAT);
    for (const room of this.rooms) this.send("room.join", { room });
    for (const text of this.#kept.splice(0)) this.#stage.say(socket, text);
    this.#onConnected();
  }

  /** @param {WebSocket} socket */
  #ask(socket) {
    if (this.#due) return;
    this.#stage.say(socket, "2");
    this.#due = window.setTimeout(() => {
      this.#stage.note("Heartbeat timeout");
      socket.close();
    }, HEARTBEAT_TIMEOUT);
  }

  #answered() {
    clearTimeout(this.#due);
    this.#due = 0;
    this.#stage.fact("Last 3", new Date().toLocaleTimeString());
  }

  #closed() {
    clearInterval(this.#beat);
    clearTimeout(this.#due);
    this.#due = 0;
    this.#attempts += 1;
    if (!navigator.onLine || document.hidden) {
      this.#stage.fact("Retry", navigator.onLine ? "once it is visible" : "once it is online");
      return;
    }
    const random = Math.random() * Math.min(MAX_DELAY, MIN_DELAY * 2 ** (this.#attempts - 1));
    const delay = Math.min(MAX_DELAY, MIN_DELAY + Math.floor(random));
    this.#stage.fact("Retry", `attempt ${this.#attempts} after ${delay} ms`);
    this.#retry = window.setTimeout(() => this.connect(), delay);
  }
}

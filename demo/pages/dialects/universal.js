import { createStage, parsed } from "./stage.js";

const RETRY_DELAY = 1000;
const SECOND_TRY = 600;
const ROOM = "general";
const OTHER = "dev";
const username = "Robin";

const stage = createStage();
/** @type {WebSocket} */
let socket;
let game = "";

/** The guide leaves reconnecting to the page; this one waits a second each time. */
function connect() {
  socket = stage.open(stage.visit ? `/ws/universal/chat?visit=${stage.visit}` : "/ws/universal/chat");
  socket.onopen = () => {
    send({ type: "join", username });
    send({ type: "join-room", room: ROOM, username });
  };
  socket.onmessage = ({ data }) => understand(parsed(data));
  socket.onclose = () => {
    stage.fact("Retry", `after ${RETRY_DELAY} ms`);
    setTimeout(connect, RETRY_DELAY);
  };
}

/** @param {object} message */
function send(message) {
  if (socket.readyState === WebSocket.OPEN) stage.say(socket, JSON.stringify(message));
}

/** @param {any} message */
function understand(message) {
  if (message?.type === "connected") stage.fact("Connection", message.id);
  if (message?.type === "user-joined") stage.fact(`Joined ${message.room}`, message.username);
  if (message?.type === "chat-message") stage.fact("Last word", `${message.from}: ${message.text}`);
  if (message?.type !== "game-created") return;
  game = message.gameId;
  stage.fact("Game", game);
  send({ type: "join-game", gameId: game });
  send({ type: "game-action", gameId: game, action: "roll" });
}

/**
 * A private socket in place of the one before: as documented, the server takes it and closes with a code of its own.
 * @param {string} query
 */
function authenticate(query) {
  const other = stage.open(`/ws/universal/private${query}`);
  other.onclose = ({ code, reason }) => stage.fact("Last refusal", `${code} ${reason}`);
  other.onmessage = () => other.close(1000, "Seen");
}

stage.button("join", () => send({ type: "join-room", room: OTHER, username }));
stage.button("leave", () => send({ type: "leave-room", room: OTHER }));
stage.button("say", () => {
  send({ type: "typing", username });
  send({ type: "message", room: ROOM, username, text: "Hello from Robin" });
});
stage.button("game", () => send({ type: "create-game" }));
stage.button("drop", () => send({ type: "demo-cut" }));
stage.button("no-pong", () => send({ type: "demo-unanswered" }));
stage.button("auth", () => {
  authenticate("");
  setTimeout(authenticate, SECOND_TRY, "?token=guess");
});
stage.button("auth-works", () => authenticate("?token=demo"));
stage.button("announce", () => send({ type: "demo-announce" }));
stage.button("hostile", () => {
  send({ type: "join-room", room: "__proto__", username });
  send({ type: "demo-hostile", large: stage.large });
});
connect();

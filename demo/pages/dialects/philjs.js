import { PhiljsClient } from "./philjs-client.js";
import { createStage, parsed } from "./stage.js";

const ROOM = "room-abc";
const GAME = "game-456";
const PRESENCE_INTERVAL = 2000;
const CURSOR_INTERVAL = 50;
const user = { id: "u-robin", name: "Robin" };

const stage = createStage();
/** @type {Map<string, string>} */
const members = new Map();
let status = "online";
let lastCursor = 0;

const client = new PhiljsClient(stage, {
  path: stage.visit ? `/ws/philjs?visit=${stage.visit}` : "/ws/philjs",
  onOpen() {
    client.send("room:join", { roomId: ROOM, user });
    stage.fact("Joined on open", ROOM);
    announcePresence();
  },
  onMessage: (text) => understand(parsed(text)),
});

/** The presence hook says all this whenever something it depends on has changed. */
function announcePresence() {
  client.send("presence:leave", user.id, ROOM);
  client.send("presence:join", { user, room: ROOM }, ROOM);
  updatePresence();
}

function updatePresence() {
  client.send("presence:update", { user, data: { status }, lastSeen: Date.now() }, ROOM);
}

/** @param {any} message */
function understand(message) {
  const payload = message?.payload;
  if (message?.type === "pong") stage.fact("Last pong", new Date().toLocaleTimeString());
  if (message?.type === "room:error") stage.note(`Refused: ${payload?.message}`);
  if (message?.type === "user:typing") stage.fact("Typing", payload?.isTyping ? payload.userId : "nobody");
  if (message?.room === ROOM) showMembers(message.type, payload);
}

/**
 * @param {string} type
 * @param {any} payload The room, a user, or a bare id.
 */
function showMembers(type, payload) {
  if (type === "room:joined") members.clear();
  for (const { id, name } of payload?.users ?? []) members.set(id, name);
  if (type === "room:user:joined") members.set(payload.id, payload.name);
  if (type === "room:user:left") members.delete(payload);
  stage.fact("Members", [...members.values()].join(", "));
}

stage.button("join", () => client.send("room:join", { roomId: GAME, user }));
stage.button("leave", () => client.send("room:leave", { roomId: GAME, user }));
stage.button("away", () => {
  status = status === "online" ? "away" : "online";
  announcePresence();
  updatePresence();
});
stage.button("say", () => {
  client.send("user:typing", { userId: user.id, isTyping: true }, ROOM);
  setTimeout(() => {
    client.send("user:typing", { userId: user.id, isTyping: false }, ROOM);
    const message = { id: crypto.randomUUID(), userId: user.id, userName: user.name, text: "On my way" };
    client.send("chat:message", { ...message, timestamp: Date.now() }, ROOM);
    client.send("game:move", { x: 1, y: 2 }, GAME);
  }, 300);
});
stage.button("drop", () => client.send("demo:cut", {}));
stage.button("auth", () => client.send("room:join", { roomId: "vault", user, password: "guess" }));
stage.button("announce", () => client.send("demo:announce", {}));
stage.button("hostile", () => {
  client.send("room:join", { roomId: "__proto__", user });
  client.send("demo:hostile", { large: stage.large });
});
stage.button("disconnect", () => client.disconnect());

document.addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
  const now = Date.now();
  if (now - lastCursor < CURSOR_INTERVAL) return;
  lastCursor = now;
  client.send("cursor:move", { user, x, y, timestamp: now }, ROOM);
});
setInterval(updatePresence, PRESENCE_INTERVAL);
client.connect();

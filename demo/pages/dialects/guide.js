import { useWebSocket } from "./guide-hooks.js";
import { createStage } from "./stage.js";

const ROOM = "general";
const OTHER = "random";
const THROTTLE = 50;

const stage = createStage();
/** @type {Map<string, string>} */
const present = new Map();
let lastCursor = 0;

const chat = useWebSocket(stage, {
  path: stage.visit ? `/ws/guide/chat?visit=${stage.visit}` : "/ws/guide/chat",
  beats: true,
  onOpen: () => chat.send({ type: "join", room: ROOM }),
  onMessage(message) {
    if (message.type === "pong") stage.fact("Last pong", new Date().toLocaleTimeString());
    if (message.type === "joined") stage.fact(`Members of ${message.room}`, message.users.join(", "));
    if (message.type === "left") stage.fact(`Left ${message.room}`, message.userId);
    if (message.type === "typing") stage.fact("Typing", message.isTyping ? message.userId : "nobody");
    if (message.type === "error") stage.note(`Refused: ${message.message}`);
  },
});

const presence = useWebSocket(stage, {
  path: "/ws/guide/presence",
  onMessage({ type, userId, name }) {
    if (type === "presence:leave") present.delete(userId);
    else if (userId) present.set(userId, name);
    stage.fact("Present", [...present.values()].join(", "));
  },
});

stage.button("join", () => chat.send({ type: "join", room: OTHER }));
stage.button("leave", () => chat.send({ type: "leave", room: OTHER }));
stage.button("say", () => {
  chat.send({ type: "typing", room: ROOM, isTyping: true });
  setTimeout(() => chat.send({ type: "message", room: ROOM, text: "Hello from Robin" }), 300);
});
stage.button("drop", () => {
  chat.send({ type: "demo:cut" });
  // Said while there is no connection: queued, and sent first on the next one.
  setTimeout(() => chat.send({ type: "message", room: ROOM, text: "Said while away" }), 200);
});
stage.button("unmount", () => chat.unmount());
stage.button("auth", () => chat.send({ type: "join", room: "staff" }));
stage.button("announce", () => chat.send({ type: "demo:announce" }));
stage.button("hostile", () => {
  chat.send({ type: "join", room: "__proto__" });
  chat.send({ type: "demo:hostile", large: stage.large });
});

document.addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
  const now = Date.now();
  if (now - lastCursor < THROTTLE) return;
  lastCursor = now;
  presence.send({ type: "presence:update", roomId: "room-123", cursor: { x, y } });
});

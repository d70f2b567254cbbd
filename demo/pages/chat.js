import { createConversation } from "./conversation.js";
import { badge, byId, make } from "./dom.js";
import { startHeartbeat } from "./heartbeat.js";
import { keepOpen } from "./link.js";
import { startTryouts } from "./tryouts.js";

const ROOMS = ["incident-4821", "customer-help", "release-train"];
const TYPING_INTERVAL = 2000;
const username = `guest-${100 + Math.floor(Math.random() * 900)}`;

/** The chat: one room at a time, because a chat-message does not say which room it belongs to. */
export function startChat() {
  let room = ROOMS[0] ?? "";
  const conversation = createConversation(username);
  const link = keepOpen("/ws/chat", {
    showState: badge("chat-state"),
    onOpen() {
      link.send({ type: "join-room", room, username });
      conversation.note(`You joined ${room} as ${username}`);
      tryouts.enable(true);
    },
    onClose() {
      conversation.note("Connection lost, trying again");
      tryouts.enable(false);
    },
    onFrame,
  });
  const heartbeat = startHeartbeat(link);
  const tryouts = startTryouts(link);

  /** @param {any} frame */
  function onFrame(frame) {
    if (frame.type === "chat-message") conversation.say(frame.from, frame.text);
    else if (frame.type === "typing") conversation.typing(frame.username);
    else if (frame.type === "user-joined") conversation.note(`${frame.username} joined`);
    else if (frame.type === "user-left") conversation.note("Somebody left");
    else if (frame.type === "pong") heartbeat.answered();
    else tryouts.onFrame(frame);
  }

  const buttons = ROOMS.map((name) => {
    const button = make("button", "", `# ${name}`);
    button.addEventListener("click", () => enter(name));
    return button;
  });
  byId("rooms", HTMLElement).append(...buttons);
  show();

  /** @param {string} next */
  function enter(next) {
    if (next === room) return;
    link.send({ type: "leave-room", room });
    link.send({ type: "join-room", room: next, username });
    room = next;
    show();
    conversation.note(`You joined ${room}`);
  }

  function show() {
    conversation.show(room);
    for (const [index, button] of buttons.entries()) {
      button.setAttribute("aria-pressed", String(ROOMS[index] === room));
    }
  }

  const text = byId("text", HTMLInputElement);
  let lastTyping = 0;
  text.addEventListener("input", () => {
    if (performance.now() - lastTyping < TYPING_INTERVAL) return;
    lastTyping = performance.now();
    link.send({ type: "typing", username });
  });
  byId("composer", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    if (text.value.trim() === "") return;
    link.send({ type: "message", room, username, text: text.value });
    text.value = "";
  });
}

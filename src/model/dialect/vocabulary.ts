import type { Beat, EnvelopeKind, Membership } from "./envelope";

/** What a message's name says, where the name is one of those the documents know. */
export interface Meaning {
  readonly kind: EnvelopeKind;
  readonly beat?: Beat;
  readonly good?: boolean;
  /** What it does to the room's members, where it names any. */
  readonly change?: Membership["change"];
  /** The room that the name alone stands for. */
  readonly room?: string;
}

const MEANINGS = new Map<string, Meaning>();

function mean(meaning: Meaning, names: string): void {
  for (const name of names.split(" ")) MEANINGS.set(name, meaning);
}

mean({ kind: "heartbeat", beat: "ask" }, "ping PING __ping__");
mean({ kind: "heartbeat", beat: "answer" }, "pong PONG __pong__");
mean({ kind: "heartbeat", beat: "sign" }, "heartbeat keepalive keep-alive");
mean({ kind: "ack" }, "ack __ack__");

mean({ kind: "join" }, "join join-room join_room joinRoom room:join room.join room-join join-game");
mean({ kind: "leave" }, "leave leave-room leave_room leaveRoom room:leave room.leave room-leave leave-game");
mean(
  { kind: "join-confirmed", good: true, change: "set" },
  "joined room:joined room.joined room-joined joined-room",
);
mean({ kind: "join-confirmed", good: true, room: "lobby" }, "joined-lobby");
// Its server has put the one who asked for the game into it.
mean({ kind: "join-confirmed", good: true }, "game-created");
mean({ kind: "join-refused", good: false }, "room:error room.error room-error join:error join-error");
mean({ kind: "left", change: "remove" }, "left room:left room.left room-left left-room");

mean(
  { kind: "member-joined", change: "add" },
  "user:joined user.joined user-joined user_joined room:user:joined player-joined member-joined",
);
mean(
  { kind: "member-left", change: "remove" },
  "user:left user.left user-left user_left room:user:left player-left member-left",
);
mean({ kind: "presence", change: "add" }, "presence:join presence:update presence-join presence-update");
mean({ kind: "presence", change: "remove" }, "presence:leave presence-leave");
mean({ kind: "presence", change: "set" }, "presence:sync presence:state presence-sync");
mean({ kind: "presence" }, "presence PresenceUpdate presence.update");
mean({ kind: "typing" }, "typing user:typing user.typing user-typing typing:start typing:stop");
mean({ kind: "history" }, "history room:history room.history room-history chat-history message-history");

mean({ kind: "auth" }, "auth authenticate login");
mean({ kind: "auth-result", good: true }, "authenticated auth:success auth-success auth_ok");
mean(
  { kind: "auth-result", good: false },
  "unauthenticated unauthorized auth:error auth-error auth-failed auth.failed",
);
mean({ kind: "auth-result" }, "auth-result auth:result");

mean({ kind: "subscribe" }, "subscribe");
mean({ kind: "unsubscribe" }, "unsubscribe");
mean({ kind: "error" }, "error");
mean({ kind: "connect" }, "connected welcome");
mean({ kind: "system" }, "system");

// What the documents' samples talk about: nothing special, but familiar.
mean({ kind: "message" }, "message chat chat-message chat:message room-message announcement");
mean({ kind: "message" }, "cursor cursor:move game:move document:edit create-game game-action game-update");
mean({ kind: "message" }, "state:update state:merge state:sync state:sync:request");

const SYSTEM: Meaning = { kind: "system" };

/** What a name means; undefined for a name that the documents don't know. Names that begin with "system:" are system. */
export function meaningOf(name: string): Meaning | undefined {
  return MEANINGS.get(name) ?? (name.startsWith("system:") ? SYSTEM : undefined);
}

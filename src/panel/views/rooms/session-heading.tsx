import type { Session } from "../../../model/session/session";

/** How many of a session's sockets are named. */
const NAMED = 6;

/** "#1, #3, #4", or the first and last of many. */
export function socketsText({ sockets }: Session): string {
  const names = sockets.map(({ number }) => `#${number}`);
  if (names.length <= NAMED) return names.join(", ");
  return `${names.slice(0, 3).join(", ")} \u2026 ${names.slice(-2).join(", ")} (${names.length} sockets)`;
}

/** What a session is: its place, and the sockets that were taken for one, which is inferred and says so. */
export function SessionHeading({ session }: { session: Session }) {
  const several = session.sockets.length > 1;
  return (
    <span class="rooms-session" title={several ? `Inferred: ${session.reason}` : undefined}>
      <span class="rooms-session-place">{session.place}</span>
      <span class="rooms-session-sockets">{socketsText(session)}</span>
      {several && <span class="badge">inferred</span>}
    </span>
  );
}

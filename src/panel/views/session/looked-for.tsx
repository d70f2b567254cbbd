import type { FindingId } from "../../../model/finding/finding";

const WORDS: Record<FindingId, string> = {
  "token-in-url": "a secret in an address",
  "credentials-unencrypted": "credentials over ws:// instead of wss://",
  "join-before-auth": "a room joined before the page authenticated",
  "double-join": "a room joined twice on one socket",
  "not-rejoined": "a room not joined again after a reconnect",
  "no-jitter": "reconnects without a random part in their delay",
  "retry-storm": "many attempts to connect in a short time",
  zombie: "a socket opened after the one before had been closed on purpose",
  "heartbeat-above-proxy-limit": "a heartbeat rarer than the idle limits of common proxies",
  "dead-air": "silence before a close, or now",
  "sent-while-closing": "frames sent when a socket was closing or closed",
  "invalid-json": "broken JSON on a socket that speaks JSON",
  "poisonous-keys": "__proto__, constructor or prototype as a key",
  "large-frames": "frames over 1 MB",
  unanswered: "requests without a reply",
};

/** What findings can there be, on demand. */
export function LookedFor() {
  return (
    <details class="looked-for">
      <summary>What is looked for</summary>
      <ul>
        {Object.entries(WORDS).map(([id, text]) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </details>
  );
}

import type { Store } from "../../store/store";

/** Why there is no heartbeat to show, what one is, and what to do. */
export function NoHeartbeats({ store, left }: { store: Store; left: string }) {
  const chosen = store.filtering.chosen.value;
  const reading = store.understanding.behind;
  return (
    <div class="view-empty">
      <p class="empty-title">
        {reading ? "Reading the frames\u2026" : chosen ? "No frames on what is chosen." : "No frames yet."}
      </p>
      <p>
        A heartbeat is what the two sides send again and again to know that the other lives. As soon as a
        WebSocket sends or receives a frame, this shows its style, interval, round trips and missed beats.
      </p>
      {left !== "" && <p>{left}</p>}
      {chosen && (
        <button type="button" class="plain-button" onClick={() => store.filtering.choose(null)}>
          Show all sockets
        </button>
      )}
    </div>
  );
}

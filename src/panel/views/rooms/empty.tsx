import { dialects } from "../../../model/dialect/all";
import type { Store } from "../../store/store";

/** Dialects that have no joins, or none that is known by its looks. */
const WITHOUT = new Set(["json-rpc", "untyped", "text", "binary", "signalr", "sockjs"]);

/** Why there are no rooms, what rooms are, and what to do. */
export function NoRooms({ store, understood }: { store: Store; understood: boolean }) {
  const known = dialects.filter(({ id }) => !WITHOUT.has(id)).map(({ title }) => title);
  const chosen = store.filtering.chosen.value;
  return (
    <div class="view-empty">
      <p class="empty-title">
        {understood ? (chosen ? "No rooms on what is chosen." : "No rooms yet.") : "Reading the frames\u2026"}
      </p>
      <p>
        A room is what a socket joins to hear of one subject: a channel, topic or subscription. It appears
        here when the page joins one, or when a frame names one.
      </p>
      <p>Joins are known of {known.join(", ")}.</p>
      <p>
        If the page joined before Sockeye watched, reload it. If its frames are read as something else, choose
        their dialect in a frame's details, under Envelope.
      </p>
      {chosen && (
        <button type="button" class="plain-button" onClick={() => store.filtering.choose(null)}>
          Show all sockets
        </button>
      )}
    </div>
  );
}

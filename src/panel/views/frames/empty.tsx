import type { ComponentChildren } from "preact";
import type { Store } from "../../store/store";

function Message({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** What stands in the place of the rows while there are none: why, and what to do. */
export function Empty({ store }: { store: Store }) {
  // A component that reads signals is only rendered again when one of them moves, whatever its parent does.
  store.version.value;
  const chosen = store.filtering.chosen.value;
  const number = chosen && "socket" in chosen ? chosen.socket : 0;
  if (store.capture.sockets[number - 1]?.unseen) {
    return (
      <Message title="The frames of this socket cannot be seen.">
        <p>
          A worker of the page opened it, where Sockeye cannot listen. The worker's own DevTools show its
          frames (chrome://inspect/#workers, or Sources, Threads).
        </p>
      </Message>
    );
  }
  const { frames, lost } = store.sums();
  if (store.filtering.matcher.value && frames + lost > 0) {
    return (
      <Message title="No frames match.">
        <button type="button" class="plain-button" onClick={() => store.filtering.reset()}>
          Clear filter
        </button>
      </Message>
    );
  }
  switch (store.standing.value) {
    case "connecting":
      return <Message title={"Connecting to the page\u2026"} />;
    case "unreachable":
      return (
        <Message title="Reload the page to see its sockets.">
          <p>
            It was loaded before Sockeye was installed or updated, or it is a page of the browser itself,
            where extensions cannot run.
          </p>
        </Message>
      );
    case "missing":
      return (
        <Message title="This tab is gone.">
          <p>Close this window, and open Sockeye from the DevTools of another tab.</p>
        </Message>
      );
    case "severed":
      return (
        <Message title="Sockeye was updated or reloaded.">
          <p>Close and open DevTools again.</p>
        </Message>
      );
  }
  if (!store.recording.value) {
    return (
      <Message title="Recording is off.">
        <button type="button" class="plain-button" onClick={() => store.toggleRecording()}>
          Start recording
        </button>
      </Message>
    );
  }
  if (store.sockets().length === 0) {
    return (
      <Message title="No WebSocket opened yet.">
        <p>Sockeye sees sockets from the page's first script on.</p>
      </Message>
    );
  }
  return (
    <Message title="No frames yet.">
      <p>They appear here as soon as a socket sends or receives one.</p>
    </Message>
  );
}

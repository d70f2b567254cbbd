/** What to do before there was a connection. */
export function NothingYet() {
  return (
    <div class="replay-empty">
      <p class="empty-title">Not connected yet.</p>
      <p>
        Choose a preset, enter a URL and press Connect; or press Replay on a captured frame and choose
        {" \u201cOn a new connection\u201d"}. What the client then does, and why, is written here; its frames
        are captured in Frames like all others, marked as replayed.
      </p>
    </div>
  );
}

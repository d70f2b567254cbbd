/** How to come to a script. */
export function NoSteps() {
  return (
    <div class="view-empty">
      <p class="empty-title">No steps yet.</p>
      <p>
        Select frames in Frames (Shift+click), then New from, Selected frames. Or add steps one by one, open a
        saved script, or import one.
      </p>
    </div>
  );
}

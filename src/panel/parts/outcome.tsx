/** Says for a moment how it went: the end of the animation ends the moment. */
export function Outcome({ text, onEnd }: { text: string; onEnd: () => void }) {
  return (
    <span class="outcome" aria-live="polite">
      {text !== "" && (
        <span class="passing" onAnimationEnd={onEnd}>
          {text}
        </span>
      )}
    </span>
  );
}

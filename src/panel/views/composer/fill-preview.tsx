import type { Filled } from "../../../model/template/fill";
import { oneLine } from "../../parts/words/one-line";

const LONGEST = 400;
const LISTED = 3;

/** What the template becomes, and which holes cannot be filled. */
export function FillPreview({ filled }: { filled: Filled }) {
  const more = filled.problems.length - LISTED;
  return (
    <section class="fill-preview" aria-label="Preview">
      {filled.problems.slice(0, LISTED).map(({ at, text, message }) => (
        <p key={at} class="fill-problem">
          <code>{oneLine(text, LONGEST)}</code> {message}
        </p>
      ))}
      {more > 0 && <p class="fill-problem">and {more} more</p>}
      {filled.problems.length === 0 && (
        <p class="fill-result" title={oneLine(filled.text, LONGEST)}>
          <span class="fill-term">Sends</span> <code>{oneLine(filled.text, LONGEST)}</code>
        </p>
      )}
    </section>
  );
}

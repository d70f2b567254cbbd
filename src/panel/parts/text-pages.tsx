import { useState } from "preact/hooks";
import { scrollable } from "./roles";
import { sized } from "./words/bytes";
import { cut } from "./words/one-line";

/** Code units that are shown at once: more would make the browser lay out for seconds. */
const PAGE = 100_000;

/** Long text as it is, page by page. Give it a `key` that changes with the text. */
export function TextPages({ text }: { text: string }) {
  const [pages, setPages] = useState(1);
  const shown = cut(text, pages * PAGE);
  const rest = text.length - shown.length;
  return (
    <div class="text-pages" {...scrollable("Text")}>
      <pre>{shown}</pre>
      {rest > 0 && (
        <button type="button" class="plain-button" onClick={() => setPages(pages + 1)}>
          Show more ({sized(rest)} left)
        </button>
      )}
    </div>
  );
}

import type { Tallied } from "../../../model/secrets/tally";
import { counted, grouped } from "../../parts/words/count";
import { cut } from "../../parts/words/one-line";
import type { Exchange } from "../../store/exchange";

const LISTED = 4;
const LONGEST_NAME = 30;

function line({ field, socket, count }: Tallied): string {
  return `${counted(count, "value")} of ${cut(field, LONGEST_NAME)} in #${socket}`;
}

/** What the export will mask, or that it will mask nothing. */
export function MaskPreview({ exchange, id }: { exchange: Exchange; id: string }) {
  const preview = exchange.preview.value;
  const masking = exchange.masking.value;
  return (
    <div id={id} class="mask-preview" aria-live="polite">
      {!preview?.done ? (
        "Looking for tokens\u2026"
      ) : preview.total === 0 ? (
        "No tokens found in what will be exported."
      ) : (
        <>
          <p class={masking ? undefined : "warning"}>
            {masking
              ? `${counted(preview.total, "value")} will be masked:`
              : `${counted(preview.total, "value")} will be readable in the file:`}
          </p>
          <ul>
            {preview.list.slice(0, LISTED).map((tallied) => (
              <li key={line(tallied)}>{line(tallied)}</li>
            ))}
          </ul>
          {preview.list.length > LISTED && <p>and {grouped(preview.list.length - LISTED)} more fields</p>}
        </>
      )}
    </div>
  );
}

import { useState } from "preact/hooks";
import { counted } from "../../../parts/words/count";
import type { ReplayClient } from "../../../store/replay/replay-client";
import type { Pasted } from "../../../store/replay/replay-form";
import { Section } from "../section";
import type { ReplayState } from "../state";

function Outcome({ pasted: { taken, refused } }: { pasted: Pasted }) {
  return (
    <>
      {(taken > 0 || refused.length === 0) && `Took over ${counted(taken, "option")}.`}
      {refused.length > 0 && (
        <ul aria-label="Not understood">
          {refused.map(({ key, why }) => (
            <li key={key + why} class="warning">
              {key === "" ? why : `${key}: ${why}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Takes over options that somebody has as JSON, such as those of the app's own client. */
export function ImportField({ client, state }: { client: ReplayClient; state: ReplayState }) {
  const [text, setText] = useState("");
  const [pasted, setPasted] = useState<Pasted | null>(null);
  return (
    <Section state={state} name="Options as JSON">
      <textarea
        class="data"
        rows={4}
        aria-label="Options as JSON"
        placeholder={'{"reconnectDelay": 500, "maxReconnectAttempts": 5}'}
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button
        type="button"
        class="plain-button"
        disabled={text.trim() === ""}
        onClick={() => setPasted(client.paste(text))}
      >
        Take over options
      </button>
      <div class="form-note" role="status" aria-label="Options taken over">
        {pasted && <Outcome pasted={pasted} />}
      </div>
    </Section>
  );
}

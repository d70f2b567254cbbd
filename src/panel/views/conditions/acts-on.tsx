import type { PretendedConditions } from "../../store/replay/conditions";

/** Whom both switches act on. */
export function ActsOn({ conditions }: { conditions: PretendedConditions }) {
  const page = conditions.onPage.value;
  const client = conditions.onClient.value;
  return (
    <fieldset class="options-group">
      <legend>Acts on</legend>
      <label class="checkbox">
        <input type="checkbox" checked={page} onChange={() => conditions.adjust({ onPage: !page })} />
        Page
      </label>
      <label class="checkbox">
        <input type="checkbox" checked={client} onChange={() => conditions.adjust({ onClient: !client })} />
        Replay client
      </label>
      <p class="options-note">
        {page || client ? "Offline and Hidden alike." : <span class="warning">Now they act on nothing.</span>}
      </p>
    </fieldset>
  );
}

import { counted } from "../../../parts/words/count";
import { isSame } from "../../../store/replay/option-values";
import type { ReplayClient } from "../../../store/replay/replay-client";
import { Section } from "../section";
import type { ReplayState } from "../state";
import { groups } from "./fields";
import { OptionRow } from "./option-row";
import { briefOf } from "./option-words";

/** All options of the client in groups that fold, and how many are not the preset's. */
export function OptionGroups({ client, state }: { client: ReplayClient; state: ReplayState }) {
  const options = client.options.value;
  const defaults = client.defaults.value;
  const changedOf = (group: (typeof groups)[number]) =>
    group.fields.filter(({ key }) => !isSame(options, defaults, key)).length;
  const all = groups.reduce((sum, group) => sum + changedOf(group), 0);
  return (
    <>
      {groups.map((group) => {
        const changed = changedOf(group);
        const brief = (
          <>
            {changed > 0 && <span class="badge changed-badge">{changed} changed</span>}
            {!state.open.value.has(group.name) && briefOf(group.name, options)}
          </>
        );
        return (
          <Section key={group.name} state={state} name={group.name} brief={brief}>
            {group.fields.map((field) => (
              <OptionRow key={field.key} client={client} field={field} />
            ))}
          </Section>
        );
      })}
      {all > 0 && (
        <p class="form-line reset-all">
          <button type="button" class="plain-button" onClick={() => client.reset()}>
            Reset all options
          </button>
          <span class="muted">{counted(all, "option")} changed from the preset</span>
        </p>
      )}
    </>
  );
}

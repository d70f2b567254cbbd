import { Settings2 } from "lucide";
import { Icon } from "../../parts/icon";
import { Popover } from "../../parts/popover";
import type { Scripting } from "../../store/script/scripting";

const EXPECTATIONS = [
  { id: "none", label: "None", hint: "Only what was sent" },
  { id: "names", label: "By name", hint: "Name and room of what was received" },
  { id: "content", label: "By content", hint: "Also its JSON, without ids, times and tokens" },
] as const;

/** What New from makes of the frames. */
export function MakeOptionsButton({ scripting: { options } }: { scripting: Scripting }) {
  const now = options.value;
  return (
    <Popover name="Options of New from" face={<Icon of={Settings2} />}>
      <div class="make-options">
        <div role="radiogroup" aria-label="Expectations">
          <p class="options-title">Expectations of what was received</p>
          {EXPECTATIONS.map(({ id, label, hint }) => (
            <label key={id} class="make-option">
              <input
                type="radio"
                name="script-expectations"
                aria-label={label}
                checked={now.expectations === id}
                onChange={() => {
                  options.value = { ...now, expectations: id };
                }}
              />
              <span>
                {label} <span class="muted">{hint}</span>
              </span>
            </label>
          ))}
        </div>
        <label class="make-option">
          <input
            type="checkbox"
            aria-label="Keep pauses"
            checked={now.pauses}
            onChange={({ currentTarget }) => {
              options.value = { ...now, pauses: currentTarget.checked };
            }}
          />
          <span>Keep pauses between sends</span>
        </label>
        <label class="make-option">
          <input
            type="checkbox"
            aria-label="With heartbeats"
            checked={now.heartbeats}
            onChange={({ currentTarget }) => {
              options.value = { ...now, heartbeats: currentTarget.checked };
            }}
          />
          <span>
            With heartbeats <span class="muted">A page that beats by itself would do so twice</span>
          </span>
        </label>
      </div>
    </Popover>
  );
}

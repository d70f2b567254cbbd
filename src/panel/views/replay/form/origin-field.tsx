import type { ReplayClient } from "../../../store/replay/replay-client";

const CHOICES = [
  {
    value: "page",
    label: "Page",
    about: "The page's origin, cookies and Content-Security-Policy; its headers cannot be set.",
  },
  {
    value: "extension",
    label: "Extension",
    about: "The extension's origin and no cookies of the page; headers can be set.",
  },
] as const;

/** In whose name the socket is opened. */
export function OriginField({ client }: { client: ReplayClient }) {
  return (
    <div class="form-field" role="radiogroup" aria-labelledby="replay-from">
      <span class="field-name" id="replay-from">
        Open from
      </span>
      {CHOICES.map(({ value, label, about }) => (
        <div key={value} class="origin">
          <label class="checkbox">
            <input
              type="radio"
              name="replay-from"
              checked={client.from.value === value}
              aria-describedby={`replay-from-${value}`}
              onChange={() => {
                client.from.value = value;
              }}
            />
            {label}
          </label>
          <span class="form-note" id={`replay-from-${value}`}>
            {about}
          </span>
        </div>
      ))}
    </div>
  );
}

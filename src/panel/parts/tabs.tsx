import type { ComponentChildren, TargetedKeyboardEvent } from "preact";

interface Props<Name extends string> {
  /** Accessible name of the list of tabs. */
  label: string;
  names: readonly Name[];
  chosen: Name;
  onChoose: (name: Name) => void;
  /** What else stands in the line of the tabs. */
  beside?: ComponentChildren;
  children: ComponentChildren;
}

/** Tabs over one panel, which shows the chosen one. */
export function Tabs<Name extends string>({ label, names, chosen, onChoose, beside, children }: Props<Name>) {
  const idOf = (name: string) => `${label} ${name}`.replaceAll(" ", "-").toLowerCase();
  const move = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const at = names.indexOf(chosen);
    const last = names.length - 1;
    const next = {
      ArrowLeft: at === 0 ? last : at - 1,
      ArrowRight: at === last ? 0 : at + 1,
      Home: 0,
      End: last,
    }[event.key];
    const name = names[next ?? -1];
    if (name === undefined) return;
    event.preventDefault();
    onChoose(name);
    event.currentTarget.querySelector<HTMLElement>(`#${idOf(name)}`)?.focus();
  };
  return (
    <div class="tabs">
      <div class="tab-line">
        <div role="tablist" aria-label={label} tabIndex={-1} onKeyDown={move}>
          {names.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={idOf(name)}
              aria-selected={name === chosen}
              aria-controls={`${idOf(label)}-panel`}
              tabIndex={name === chosen ? 0 : -1}
              onClick={() => onChoose(name)}
            >
              {name}
            </button>
          ))}
        </div>
        {beside}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${idOf(label)}-panel`} aria-labelledby={idOf(chosen)}>
        {children}
      </div>
    </div>
  );
}

import type { IconNode } from "lucide";
import { Icon } from "../../parts/icon";

interface Props {
  /** The accessible name. */
  name: string;
  /** What is read on it. */
  label: string;
  tip: string;
  icon: IconNode;
  on: boolean;
  onToggle: () => void;
}

/** A switch: it shows whether it is on by its place and its colour. */
export function SwitchButton({ name, label, tip, icon, on, onToggle }: Props) {
  return (
    <button
      type="button"
      role="switch"
      class="switch-button"
      aria-label={name}
      aria-checked={on}
      title={tip}
      onClick={onToggle}
    >
      <Icon of={icon} size={13} />
      <span class="switch-label">{label}</span>
      <span class="switch-track" />
    </button>
  );
}

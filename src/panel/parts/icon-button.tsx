import type { ComponentChildren } from "preact";

interface Props {
  /** The accessible name. */
  name: string;
  /** What a click does, where the name does not say it, and the shortcut. */
  tip?: string | undefined;
  pressed?: boolean | undefined;
  disabled?: boolean | undefined;
  onClick: () => void;
  children: ComponentChildren;
}

export function IconButton({ name, tip = name, pressed, disabled, onClick, children }: Props) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      title={tip}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { useLeaving } from "./use-leaving";

interface Props {
  /** Accessible name of the button, and its tooltip. */
  name: string;
  /** What the button shows. */
  face: ComponentChildren;
  /** Which edge of the button the content keeps to. */
  align?: "start" | "end";
  children: ComponentChildren;
}

/** A button that shows something beside it until Escape, a click elsewhere, or the focus going elsewhere. */
export function Popover({ name, face, align = "start", children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  useLeaving(root, open, () => setOpen(false));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches Escape for the button and what it shows
    <div
      class="popover"
      ref={root}
      onKeyDown={(event) => {
        if (!open || event.key !== "Escape") return;
        event.stopPropagation();
        setOpen(false);
        root.current?.querySelector("button")?.focus();
      }}
    >
      <button
        type="button"
        class="icon-button"
        aria-label={name}
        title={name}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <div id={id} class={`popover-content ${align}`}>
          {children}
        </div>
      )}
    </div>
  );
}

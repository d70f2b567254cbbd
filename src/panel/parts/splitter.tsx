import type { TargetedKeyboardEvent, TargetedPointerEvent } from "preact";
import { useRef } from "preact/hooks";

interface Props {
  name: string;
  /** How the line stands: a vertical one is dragged sideways. */
  orientation: "vertical" | "horizontal";
  /** Size of the pane it belongs to, in px. */
  size: number;
  min: number;
  max: number;
  /** The pane lies behind the line, so dragging towards it makes it smaller. */
  behind?: boolean;
  initial: number;
  onSize: (size: number) => void;
}

const STEP = 10;
const LEAP = 50;

/** The line between two panes: drag it, use the arrow keys, or double-click it for the first size. */
export function Splitter({ name, orientation, size, min, max, behind = false, initial, onSize }: Props) {
  const grip = useRef({ at: 0, size: 0 });
  const sign = behind ? -1 : 1;
  const resize = (next: number) => onSize(Math.round(Math.max(min, Math.min(max, next))));
  const along = (event: PointerEvent) => (orientation === "vertical" ? event.clientX : event.clientY);

  const grab = (event: TargetedPointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { at: along(event), size };
  };
  const drag = (event: TargetedPointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    resize(grip.current.size + sign * (along(event) - grip.current.at));
  };
  const press = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const step = sign * (event.shiftKey ? LEAP : STEP);
    const [less, more] = orientation === "vertical" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    if (event.key === less) resize(size - step);
    else if (event.key === more) resize(size + step);
    else if (event.key === "Home") resize(min);
    else if (event.key === "End") resize(max);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be focused and moved
    <div
      class={`splitter ${orientation}`}
      role="separator"
      aria-label={name}
      aria-orientation={orientation}
      aria-valuenow={Math.round(size)}
      aria-valuemin={Math.round(min)}
      aria-valuemax={Math.round(max)}
      tabIndex={0}
      onPointerDown={grab}
      onPointerMove={drag}
      onKeyDown={press}
      onDblClick={() => resize(initial)}
    />
  );
}

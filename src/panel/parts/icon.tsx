import type { IconNode } from "lucide";
import { h } from "preact";

/** An icon of lucide, which gives its icons as plain data. It says nothing: what it belongs to has the name. */
export function Icon({ of, size = 14 }: { of: IconNode; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {of.map(([tag, attributes], index) => h(tag, { key: index, ...attributes }))}
    </svg>
  );
}

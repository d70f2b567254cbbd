import type { ComponentChildren } from "preact";

/** A term and what it is; without a value it is left out. */
export function Fact({ term, children }: { term: string; children?: ComponentChildren }) {
  if (children === undefined || children === null || children === "" || children === false) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

import { CircleX, Info, TriangleAlert } from "lucide";
import type { Finding } from "../../../model/finding/finding";
import { Icon } from "../../parts/icon";

/** Worst first. */
export const SEVERITIES: readonly Finding["severity"][] = ["error", "warning", "note"];

export const SEVERITY_WORDS = { error: "Error", warning: "Warning", note: "Note" } as const;

const ICONS = { error: CircleX, warning: TriangleAlert, note: Info };

/** How bad it is, as a symbol of its own shape. */
export function SeverityIcon({ of, size = 13 }: { of: Finding["severity"]; size?: number }) {
  return (
    <span class={`severity severity-${of}`}>
      <Icon of={ICONS[of]} size={size} />
    </span>
  );
}

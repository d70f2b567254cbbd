import type { Signal } from "@preact/signals";
import { CircleQuestionMark, ClockArrowUp, Diff, X } from "lucide";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import { Popover } from "../../parts/popover";
import type { Composing } from "./composing";
import { FormatChoice } from "./format-choice";
import { LoadFile } from "./load-file";
import { TemplateHelp } from "./template-help";
import type { Way } from "./types";
import { WayChoice } from "./way-choice";

interface Props {
  composing: Composing;
  ways: readonly Way[];
  chosenWay: Signal<string>;
  refreshed: (text: string) => { text: string; changed: number };
  /** Why changes cannot be shown; null where there is nothing to compare with. */
  unchanging: string | null;
  onClose: (() => void) | undefined;
}

const TEXT_ONLY = "Only in text";

/** The row over the editor. */
export function ComposerTools({ composing, ways, chosenWay, refreshed, unchanging, onClose }: Props) {
  const { binary, changesShown, draft, format, templates } = composing;
  return (
    <div class="composer-tools">
      <WayChoice ways={ways} chosen={chosenWay} />
      <FormatChoice chosen={format.value} choose={(format) => composing.choose(format)} />
      <LoadFile load={(file) => void composing.load(file)} />
      <button
        type="button"
        class="icon-button with-text"
        aria-label="Refresh timestamp"
        title={binary.value ? TEXT_ONLY : "Set the message's times to now"}
        disabled={binary.value}
        onClick={() => composing.refresh(refreshed)}
      >
        <Icon of={ClockArrowUp} />
        <span class="button-text">Refresh timestamp</span>
      </button>
      {unchanging !== null && (
        <button
          type="button"
          class="chip"
          aria-label="Show changes"
          aria-pressed={changesShown.value && unchanging === ""}
          title={unchanging || `Compare with ${draft.captured?.label}`}
          disabled={unchanging !== ""}
          onClick={() => {
            changesShown.value = !changesShown.value;
          }}
        >
          <Icon of={Diff} size={12} />
          <span class="button-text">Show changes</span>
        </button>
      )}
      <div class="tools-end">
        <label class="checkbox" title={binary.value ? TEXT_ONLY : "Fill {{\u2026}} in at each sending"}>
          <input
            type="checkbox"
            checked={templates.value}
            disabled={binary.value}
            onChange={() => {
              templates.value = !templates.value;
            }}
          />
          Templates
        </label>
        <Popover name="What templates hold" face={<Icon of={CircleQuestionMark} size={13} />} align="end">
          <TemplateHelp />
        </Popover>
        {onClose && (
          <IconButton name="Close composer" tip="Close (Esc)" onClick={onClose}>
            <Icon of={X} />
          </IconButton>
        )}
      </div>
    </div>
  );
}

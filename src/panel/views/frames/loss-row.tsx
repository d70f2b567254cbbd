import { TriangleAlert } from "lucide";
import type { Capture, Loss } from "../../../model/capture";
import { Icon } from "../../parts/icon";
import { memo } from "../../parts/memo";
import { row as rowAttributes, wideCell } from "../../parts/roles";
import { fullDate } from "../../parts/words/time";
import { lossText } from "./content";
import { rowId } from "./frame-row";

interface Props {
  capture: Capture;
  row: number;
  index: number;
  selected: boolean;
  ranged: boolean;
}

/** Frames that are missing, in their place. */
export const LossRow = memo(({ capture, row, index, selected, ranged }: Props) => {
  const text = lossText(capture.payload(row) as Loss, capture.socket(row).number);
  return (
    <div
      id={rowId(row)}
      class="loss-row"
      {...rowAttributes(index, selected || ranged)}
      data-active={selected}
      data-row={row}
      title={`${text} (${fullDate(capture.time(row))})`}
    >
      <span {...wideCell(6)}>
        <Icon of={TriangleAlert} size={12} />
        {text}
      </span>
    </div>
  );
});

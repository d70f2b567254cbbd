import type { Capture } from "../../../model/capture";
import { Absent, absence } from "./absent";
import { Content } from "./content";

/** The frame's content, or why there is none. */
export function FramePayload({ capture, row, flags }: { capture: Capture; row: number; flags: number }) {
  const payload = capture.payload(row);
  const why = absence(capture, row, flags);
  if (why !== "" || !(typeof payload === "string" || payload instanceof Uint8Array))
    return <Absent why={why} />;
  return <Content key={row} payload={payload} />;
}

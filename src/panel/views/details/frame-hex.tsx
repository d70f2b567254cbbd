import { useMemo } from "preact/hooks";
import type { Capture } from "../../../model/capture";
import { HexView } from "../../parts/hex-view";
import { Absent, absence } from "./absent";

/** The frame's bytes; of a text, its UTF-8. */
export function FrameHex({ capture, row, flags }: { capture: Capture; row: number; flags: number }) {
  const payload = capture.payload(row);
  const bytes = useMemo(() => {
    if (payload instanceof Uint8Array) return payload;
    return typeof payload === "string" ? new TextEncoder().encode(payload) : null;
  }, [payload]);
  const why = absence(capture, row, flags);
  return why === "" && bytes ? <HexView key={row} bytes={bytes} /> : <Absent why={why} />;
}

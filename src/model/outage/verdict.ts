import { counted, span } from "../amounts";
import type { Outage } from "./facts";
import type { SessionReport } from "./outage-report";

type Figures = Omit<SessionReport, "verdict">;

/** A session's outage in a sentence. */
export function verdictOf(report: Figures, outage: Outage): string {
  const parts = [noticing(report, outage), recovery(report), rooms(report), ...frames(report)];
  const known = isGapped(report.gaps) ? ", as far as the capture tells: frames are missing in it" : "";
  return `${listed(parts.filter((part) => part !== ""))}${known}.`;
}

/** Whether frames of the session are missing in the capture. */
function isGapped(gaps: Figures["gaps"]): boolean {
  return gaps.frames > 0 || gaps.uncounted;
}

function noticing({ connected, detected, stayed, left }: Figures, outage: Outage): string {
  if (!connected) return "It was not connected when it began";
  if (detected === null) {
    if (left) return "It showed no sign of having noticed before its page was left";
    return `It shows no sign of having noticed${stayed ? ": its socket stayed open" : ""}`;
  }
  const after = outage.began + detected - outage.ended;
  return after > 0 ? `It noticed only ${span(after)} after the end` : `It noticed after ${span(detected)}`;
}

function recovery({ recovered, stayed, attempts, connected, detected }: Figures): string {
  const tries = counted(attempts.length, "attempt");
  if (recovered !== null) {
    const when = recovered < 0 ? `${span(-recovered)} before the end` : `${span(recovered)} after the end`;
    const again = connected ? "was open again" : "was open";
    return attempts.length > 0 ? `${again} ${when} with ${tries}` : `${again} ${when}`;
  }
  if (attempts.length > 0) return `is not open after ${tries}`;
  return connected && !stayed && detected !== null ? "was not seen to come back" : "";
}

function rooms({ rooms: { before, missing, twice }, recovered, gaps }: Figures): string {
  if (recovered === null || before.length === 0) return "";
  const parts: string[] = [];
  if (missing.length > 0) parts.push(`did not rejoin ${missing.length} of ${counted(before.length, "room")}`);
  if (twice.length > 0) parts.push(`joined ${counted(twice.length, "room")} more than once`);
  if (parts.length > 0) return parts.join(" and ");
  // What is missing may have been a join too many.
  if (isGapped(gaps)) return "";
  return `is in ${before.length === 1 ? "its room" : "all its rooms"} again`;
}

function frames({ fates: { lost, late, doubled, resent, refused } }: Figures): string[] {
  const parts: string[] = [];
  if (lost.sent + lost.received > 0) parts.push(`lost ${counted(lost.sent + lost.received, "frame")}`);
  if (late.sent + late.received > 0) parts.push(`had ${counted(late.sent + late.received, "late frame")}`);
  if (refused > 0) parts.push(`sent ${counted(refused, "frame")} on a closed socket`);
  if (resent > 0) parts.push(`sent ${counted(resent, "frame")} again that had not gone out`);
  if (doubled > 0) parts.push(`sent ${counted(doubled, "frame")} twice`);
  return parts;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

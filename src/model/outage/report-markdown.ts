import { counted, span } from "../amounts";
import type { OutageKind } from "./facts";
import { markdownText } from "./markdown-text";
import type { OutageReport, SessionReport } from "./outage-report";
import { rowsOf } from "./report-rows";

const TITLES: Record<OutageKind, string> = {
  dropped: "connections dropped",
  "half-open": "connections half-open, frames vanish both ways",
  stalled: "connections stalled, frames held and delivered late",
  closed: "connections closed by the server",
  refusing: "new connections refused",
  hidden: "page hidden",
};

/** A report as Markdown: a heading, and for each session a sentence and a table. No secret of an address is in it. */
export function reportMarkdown(report: OutageReport): string {
  const { kind, duration, told, began, sessions } = report;
  const date = new Date(began);
  const lines = [`# Simulated outage: ${TITLES[kind]}, ${span(duration)}`, ""];
  const start = Number.isNaN(date.getTime()) ? "" : `It began at ${date.toISOString()}. `;
  const knew = told ? "The page was told by `offline` and `online` events." : "The page was not told.";
  lines.push(kind === "hidden" ? start.trim() : start + knew, "");
  if (sessions.length === 0) lines.push("No session was there to be hit by it.", "");
  for (const session of sessions) lines.push(...sessionLines(session, report));
  return lines.join("\n");
}

function sessionLines(session: SessionReport, report: OutageReport): string[] {
  const { label, url, verdict, gaps, fates } = session;
  const lines = [`## ${markdownText(label)}`, "", verdict, "", "| | |", "|---|---|"];
  lines.push(`| Address | ${markdownText(url)} |`);
  for (const [what, value] of rowsOf(session, report)) lines.push(`| ${what} | ${value} |`);
  lines.push("");
  if (gaps.frames > 0 || gaps.uncounted) {
    const missing = gaps.frames > 0 ? counted(gaps.frames, "frame") : "An unknown number of frames";
    const more = gaps.frames > 0 && gaps.uncounted ? " or more" : "";
    lines.push(
      `${missing}${more} of its sockets never came to the capture: these figures may be wrong by as many.`,
      "",
    );
  }
  if (fates.uncompared > 0) {
    const what = counted(fates.uncompared, "sent frame");
    lines.push(`The content of ${what} is not there: what was sent twice or again may be more.`, "");
  }
  return lines;
}

import type { Socket } from "../socket";

/** The hosts of most pages are short; the name of a file has to be. */
const LONGEST = 60;

function hostOf(sockets: readonly Socket[]): string {
  const live = sockets.find(({ imported }) => !imported) ?? sockets[0];
  for (const url of [live?.documentUrl ?? "", live?.url ?? ""]) {
    const host = URL.canParse(url) ? new URL(url).hostname : "";
    if (host !== "") return host.replace(/[^\w.-]+/g, "_").slice(0, LONGEST);
  }
  return "page";
}

/** "sockeye-app.example-2026-11-20T23-55-00.jsonl": the page's host and the time, UTC. */
export function fileName(sockets: readonly Socket[], at: number, ending: "har" | "jsonl"): string {
  const time = new Date(at).toISOString().slice(0, 19).replaceAll(":", "-");
  return `sockeye-${hostOf(sockets)}-${time}.${ending}`;
}

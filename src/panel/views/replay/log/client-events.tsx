import { Copy, Trash2 } from "lucide";
import { useRef, useState } from "preact/hooks";
import { copyOutcome } from "../../../parts/clipboard";
import { Icon } from "../../../parts/icon";
import { IconButton } from "../../../parts/icon-button";
import { Outcome } from "../../../parts/outcome";
import { useThrottled } from "../../../parts/throttled";
import { counted } from "../../../parts/words/count";
import { fullDate } from "../../../parts/words/time";
import type { ClientLog } from "../../../store/replay/client-log";
import { LAG } from "../use-client";
import { LogRow } from "./log-row";
import { useBottom } from "./use-bottom";

function asText(log: ClientLog): string {
  return log.lines
    .map(({ time, type, text, preview }) => `${fullDate(time)}\t${type}\t${text}${preview && `\t${preview}`}`)
    .join("\n");
}

/** What the client did and why; the newest at the bottom, where it stays while it is there. */
export function ClientEvents({ log }: { log: ClientLog }) {
  const version = useThrottled(log.version, LAG).value;
  const list = useRef<HTMLDivElement>(null);
  const onScroll = useBottom(list, version);
  const [copied, setCopied] = useState("");
  const { lines, dropped } = log;
  return (
    <section class="client-events" aria-label="Events">
      <div class="part-head">
        <h2>Client events</h2>
        <Outcome text={copied} onEnd={() => setCopied("")} />
        <IconButton
          name="Copy all events"
          disabled={lines.length === 0}
          onClick={() => setCopied(copyOutcome(asText(log)))}
        >
          <Icon of={Copy} size={13} />
        </IconButton>
        <IconButton name="Clear events" disabled={lines.length === 0} onClick={() => log.clear()}>
          <Icon of={Trash2} size={13} />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={list} class="log" role="log" aria-label="Client events" tabIndex={0} onScroll={onScroll}>
        {dropped > 0 && <p class="log-dropped">{counted(dropped, "older line")} dropped</p>}
        {lines.map((line) => (
          <LogRow key={line.number} line={line} />
        ))}
      </div>
    </section>
  );
}

import { byteLength } from "../../../../client/bytes";
import { maskedUrl } from "../../../../model/url";
import { Fact } from "../../../parts/fact";
import { useTicking } from "../../../parts/use-ticking";
import { sized } from "../../../parts/words/bytes";
import { grouped } from "../../../parts/words/count";
import { clockTime } from "../../../parts/words/time";
import type { ReplayClient } from "../../../store/replay/replay-client";
import { useClient } from "../use-client";
import { BufferFact, previewOf } from "./buffer-fact";

/** What waits in a socket goes without an event. */
const TICK = 500;

/** What the client holds at the moment. */
export function Facts({ client: replay, fromPage }: { client: ReplayClient; fromPage: boolean }) {
  useClient(replay);
  const { client } = replay;
  const open = replay.state.value === "connected";
  useTicking(TICK, open && (client?.bufferedAmount ?? 0) > 0);
  if (!client) return null;
  const { lastMessage, protocol, extensions, attempt, buffered, bufferedAmount } = client;
  return (
    <section aria-label="Facts of the connection">
      <h2>Connection</h2>
      <dl class="facts">
        <Fact term="URL">
          <span class="data">{maskedUrl(replay.target)}</span>
        </Fact>
        <Fact term="Subprotocol">{open && (protocol || "none")}</Fact>
        <Fact term="Extensions">{open && (extensions || "none")}</Fact>
        <Fact term="Attempt">{attempt > 0 ? grouped(attempt) : "none"}</Fact>
        <Fact term="Buffer">
          <BufferFact messages={buffered} />
        </Fact>
        <Fact term="Unsent">
          {fromPage ? "not known of the page's socket" : `${sized(bufferedAmount)} (bufferedAmount)`}
        </Fact>
        <Fact term="Last message">
          {lastMessage && (
            <>
              <span class="data">{previewOf(lastMessage.data)}</span>{" "}
              <span class="muted">
                {sized(byteLength(lastMessage.data))}, {clockTime(lastMessage.time)}
              </span>
            </>
          )}
        </Fact>
      </dl>
    </section>
  );
}

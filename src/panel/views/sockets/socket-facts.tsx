import { useState } from "preact/hooks";
import { explainClose } from "../../../model/session/close-codes";
import type { Socket, Traffic } from "../../../model/socket";
import { maskedUrl } from "../../../model/url";
import { Fact } from "../../parts/fact";
import { sized } from "../../parts/words/bytes";
import { counted } from "../../parts/words/count";
import { duration, fullDate } from "../../parts/words/time";
import { CloseText } from "../session/close-text";
import { OPENED_BY, stateText } from "./socket-words";

function traffic({ frames, bytes }: Traffic): string {
  return `${counted(frames, "frame")}, ${sized(bytes)}`;
}

/** A URL whose secrets are shown on demand only. */
function Address({ url }: { url: string }) {
  const [revealed, setRevealed] = useState(false);
  const masked = maskedUrl(url);
  return (
    <>
      {revealed ? url : masked}
      {masked !== url && (
        <button type="button" class="link-button" onClick={() => setRevealed(!revealed)}>
          {revealed ? "Hide secrets" : "Show secrets"}
        </button>
      )}
    </>
  );
}

/** All that is known of a socket. */
export function SocketFacts({ socket }: { socket: Socket }) {
  const { openedAt, closedAt } = socket;
  return (
    <dl class="facts">
      <Fact term="URL">
        <Address url={socket.url} />
      </Fact>
      <Fact term="Transport">{socket.transport === "EventSource" && "EventSource (server-sent events)"}</Fact>
      <Fact term="Opened by">{socket.replay && OPENED_BY[socket.replay]}</Fact>
      <Fact term="Imported from">{socket.imported?.file}</Fact>
      <Fact term="Frames">
        {socket.unseen &&
          "A worker of the page opened this socket, where Sockeye cannot listen: its frames are not seen. The worker's own DevTools show them (chrome://inspect/#workers, or Sources, Threads); or let the page open the socket while you look into it."}
      </Fact>
      <Fact term="State">{stateText(socket)}</Fact>
      <Fact term="Close">
        {socket.code !== undefined && (
          <CloseText socket={socket} close={explainClose(socket.code, socket.reason)} />
        )}
      </Fact>
      <Fact term="Simulated">
        {socket.pretended && "It is closed in the eyes of the page only: simulated conditions did it."}
      </Fact>
      <Fact term="Subprotocol">{socket.protocol || (openedAt === undefined ? "" : "none")}</Fact>
      <Fact term="Asked for">{socket.asked.join(", ")}</Fact>
      <Fact term="Extensions">{socket.extensions}</Fact>
      <Fact term="Created">{fullDate(socket.createdAt)}</Fact>
      <Fact term="Opened">
        {openedAt !== undefined && `${fullDate(openedAt)}, after ${duration(openedAt - socket.createdAt)}`}
      </Fact>
      <Fact term="Closed">{closedAt !== undefined && fullDate(closedAt)}</Fact>
      <Fact term="Duration">
        {openedAt !== undefined && closedAt !== undefined && duration(closedAt - openedAt)}
      </Fact>
      <Fact term="Sent">{traffic(socket.sent)}</Fact>
      <Fact term="Received">{traffic(socket.received)}</Fact>
      <Fact term="Lost">{socket.lost > 0 && counted(socket.lost, "frame")}</Fact>
      <Fact term="Worker">{socket.worker}</Fact>
      <Fact term={socket.frameId === 0 ? "Page" : "Iframe"}>
        {socket.documentUrl && <Address url={socket.documentUrl} />}
      </Fact>
    </dl>
  );
}

import { placeOf } from "../../../model/place";
import type { Socket } from "../../../model/socket";
import type { Store } from "../../store/store";
import type { Going } from "../going";
import { nowOf } from "../scope";
import { isTroubled, stateSymbol, stateText } from "../sockets/socket-words";
import { BeatTable } from "./beat-table";
import { Chart } from "./chart";
import { Figures } from "./figures";

interface Props {
  store: Store;
  going: Going;
  socket: Socket;
}

/** Whether a socket lives, and how one knows: in words, in figures, and as a picture. */
export function SocketHeartbeat({ store, going, socket }: Props) {
  const summary = store.understanding.heartbeat(socket).summary(socket, nowOf(socket, store));
  const tone = isTroubled(socket) ? "troubled" : socket.imported ? "imported" : socket.state;
  return (
    <section class="heartbeat" aria-label={`Heartbeat of socket #${socket.number}`}>
      <h2>
        <span class={`state-symbol ${tone}`} aria-hidden="true">
          {stateSymbol(socket)}
        </span>
        <span class="heartbeat-number">#{socket.number}</span>
        <span class="heartbeat-state">{stateText(socket)}</span>
        <span class="heartbeat-place" title={placeOf(socket)}>
          {placeOf(socket)}
        </span>
      </h2>
      <ul class="verdict" aria-label="Verdict">
        {summary.verdict.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Figures summary={summary} />
      {summary.points.length > 0 && (
        <>
          <Chart summary={summary} going={going} />
          <BeatTable summary={summary} going={going} />
        </>
      )}
    </section>
  );
}

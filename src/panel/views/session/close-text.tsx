import type { explainClose } from "../../../model/session/close-codes";
import type { Socket } from "../../../model/socket";
import { oneLine } from "../../parts/words/one-line";
import { cleanText } from "./step-words";

/** Characters of a reason: on the wire it has at most 123 bytes, in a file it may have any number. */
const LONGEST = 200;

interface Props {
  socket: Socket;
  close: ReturnType<typeof explainClose>;
  /** Whether the name is enough. */
  short?: boolean;
}

/** How a socket closed: the code by name, what the other side said, and what to make of it. */
export function CloseText({ socket, close, short = false }: Props) {
  const { code, reason } = socket;
  const clean = cleanText(socket);
  return (
    <span class="close-text">
      <span class="close-name">
        {code}, {close.name}
        {clean && `; ${clean}`}
        {reason && (
          <>
            : <q class="close-reason">{oneLine(reason, LONGEST)}</q>
          </>
        )}
      </span>
      {!short && (
        <span class="close-meaning">
          {close.meaning} {close.advice}
        </span>
      )}
    </span>
  );
}

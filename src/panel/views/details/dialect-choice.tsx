import { dialectOf, dialects } from "../../../model/dialect/all";
import type { DialectId } from "../../../model/dialect/dialect";
import type { Store } from "../../store/store";

/** What a socket's direction is taken to speak, how sure that is and why; and the choice of another for the socket. */
export function DialectChoice({ store, row, sent }: { store: Store; row: number; sent: boolean }) {
  const socket = store.capture.socket(row);
  const mind = store.understanding.mind(socket);
  const decision = sent ? mind.reading.sent : mind.reading.received;
  const choose = (value: string) => store.readAs(socket, value === "" ? null : (value as DialectId));
  const certainty = mind.chosen ? "by choice" : `${Math.round(decision.confidence * 100)} % sure`;
  return (
    <>
      {dialectOf(decision.dialect).title} for what is {sent ? "sent" : "received"} on #{socket.number},{" "}
      {certainty}
      <label class="dialect-choice">
        Read as
        <select value={mind.chosen ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">what it looks like</option>
          {dialects.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {!mind.chosen && <p class="dialect-reason">{decision.reason}</p>}
    </>
  );
}

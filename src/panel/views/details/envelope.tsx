import { type Capture, type Loss, RowFlag } from "../../../model/capture";
import { dialectOf } from "../../../model/dialect/all";
import { explain } from "../../../model/meaning/explain";
import { Mark } from "../../../model/meaning/mark";
import { maskedUrl } from "../../../model/url";
import { Fact } from "../../parts/fact";
import { sized } from "../../parts/words/bytes";
import { counted, grouped } from "../../parts/words/count";
import { duration, fullDate } from "../../parts/words/time";
import type { Store } from "../../store/store";
import { lossText, READING, UNKEPT, UNSENT } from "../frames/content";
import { type Deed, deedsOf } from "../frames/deeds";
import type { Going } from "../going";
import { DialectChoice } from "./dialect-choice";
import { Said } from "./said";

interface Props {
  store: Store;
  going: Going;
  row: number;
  flags: number;
}

function sizeText(bytes: number): string {
  return bytes < 1000 ? counted(bytes, "byte") : `${sized(bytes)} (${grouped(bytes)} bytes)`;
}

/** The frame that this one answers or repeats, one click away. */
function Partner({ store, going, row }: Omit<Props, "flags">) {
  const { capture, understanding } = store;
  const partner = understanding.meanings.partner(row);
  if (partner < capture.start) return null;
  const echo = (understanding.meanings.marks(row) & Mark.Echo) !== 0;
  return (
    <Fact term={echo ? "Echo of" : "Reply to"}>
      <button type="button" class="link-button" onClick={() => going.toFrame(partner)}>
        {understanding.meanings.name(partner) || "a frame"}
      </button>{" "}
      {duration(capture.time(row) - capture.time(partner))} before
    </Fact>
  );
}

function awaitsReply(marks: number): boolean {
  return (marks & (Mark.Request | Mark.Answered)) === Mark.Request;
}

/** What a frame says, in its dialect and in ours, and the bare facts of it. */
export function EnvelopeFacts({ store, going, row, flags }: Props) {
  const { capture, understanding } = store;
  const { meanings } = understanding;
  const socket = capture.socket(row);
  if (flags & RowFlag.Loss) {
    return (
      <dl class="facts">
        <Fact term="Missing">{lossText(capture.payload(row) as Loss, socket.number)}</Fact>
        <BareFacts capture={capture} row={row} flags={flags} />
      </dl>
    );
  }
  const envelope = explain(capture, meanings, row);
  const dialect = dialectOf(meanings.dialect(row));
  const sent = (flags & RowFlag.Sent) !== 0;
  return (
    <dl class="facts">
      {envelope && <Said envelope={envelope} dialect={dialect} time={capture.time(row)} />}
      <Partner store={store} going={going} row={row} />
      <Fact term="Reply">{awaitsReply(meanings.marks(row)) && "none has come"}</Fact>
      {meanings.has(row) && (
        <>
          <Fact term="Read as">{dialect.title}</Fact>
          <Fact term="Dialect">
            <DialectChoice store={store} row={row} sent={sent} />
          </Fact>
        </>
      )}
      <BareFacts capture={capture} row={row} flags={flags} />
    </dl>
  );
}

function deedText({ text, title }: Deed): string {
  return `${text}: ${title}`;
}

function BareFacts({ capture, row, flags }: { capture: Capture; row: number; flags: number }) {
  const socket = capture.socket(row);
  return (
    <>
      {(flags & RowFlag.Loss) === 0 && (
        <>
          <Fact term="Direction">{flags & RowFlag.Sent ? "sent" : "received"}</Fact>
          <Fact term="Type">{flags & RowFlag.Binary ? "binary" : "text"}</Fact>
          <Fact term="Size">{sizeText(capture.size(row))}</Fact>
        </>
      )}
      <Fact term="Event">{capture.event(row)?.type}</Fact>
      <Fact term="Last event id">{capture.event(row)?.id}</Fact>
      <Fact term="Time">{fullDate(capture.time(row))}</Fact>
      <Fact term="Socket">
        #{socket.number} {maskedUrl(socket.url)}
      </Fact>
      <Fact term="Subprotocol">{socket.protocol}</Fact>
      <Fact term="Delivery">{(flags & RowFlag.Unsent) !== 0 && UNSENT}</Fact>
      <Fact term="Sockeye">{(flags & RowFlag.Loss) === 0 && deedsOf(flags).map(deedText).join(". ")}</Fact>
      <Fact term="Content">{flags & RowFlag.Unkept ? UNKEPT : flags & RowFlag.Pending ? READING : ""}</Fact>
    </>
  );
}

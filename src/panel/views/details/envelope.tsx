import { type Capture, type Loss, RowFlag } from "../../../model/capture";
import { maskedUrl } from "../../../model/url";
import { Fact } from "../../parts/fact";
import { sized } from "../../parts/words/bytes";
import { counted, grouped } from "../../parts/words/count";
import { fullDate } from "../../parts/words/time";
import { lossText, READING, UNKEPT, UNSENT } from "../frames/content";

interface Props {
  capture: Capture;
  row: number;
  flags: number;
}

function sizeText(bytes: number): string {
  return bytes < 1000 ? counted(bytes, "byte") : `${sized(bytes)} (${grouped(bytes)} bytes)`;
}

/** The bare facts of a frame. */
export function Envelope({ capture, row, flags }: Props) {
  const socket = capture.socket(row);
  const loss = (flags & RowFlag.Loss) !== 0;
  return (
    <dl class="facts">
      {loss ? (
        <Fact term="Missing">{lossText(capture.payload(row) as Loss, socket.number)}</Fact>
      ) : (
        <>
          <Fact term="Direction">{flags & RowFlag.Sent ? "sent" : "received"}</Fact>
          <Fact term="Kind">{flags & RowFlag.Binary ? "binary" : "text"}</Fact>
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
      <Fact term="Content">{flags & RowFlag.Unkept ? UNKEPT : flags & RowFlag.Pending ? READING : ""}</Fact>
    </dl>
  );
}

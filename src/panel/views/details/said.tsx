import type { Dialect } from "../../../model/dialect/dialect";
import type { Envelope, EnvelopeField } from "../../../model/dialect/envelope";
import { Fact } from "../../parts/fact";
import { duration, fullDate } from "../../parts/words/time";

/** Members that are listed by name. */
const MOST_MEMBERS = 20;
const MOST_FURTHER = 20;

const BEATS = {
  ask: "asks for an answer",
  "ask-any": "asks; whatever comes next answers",
  answer: "answers",
  sign: "a sign of life, wants no answer",
};

/** Where in the frame a field stands. */
function From({ envelope, field }: { envelope: Envelope; field: EnvelopeField }) {
  const place = envelope.found?.[field];
  return place === undefined ? null : <span class="said-from"> from {place}</span>;
}

/** "Room (topic)": the dialect's own word stands beside ours. */
function termOf(ours: string, theirs: string | undefined): string {
  return theirs === undefined || theirs === ours.toLowerCase() ? ours : `${ours} (${theirs})`;
}

function membershipText({ change, members }: NonNullable<Envelope["membership"]>): string {
  const names = members.slice(0, MOST_MEMBERS).map(({ id, name }) => name ?? id);
  const more = members.length > MOST_MEMBERS ? ` and ${members.length - MOST_MEMBERS} more` : "";
  return `${{ set: "these", add: "added", remove: "gone" }[change]}: ${names.join(", ")}${more}`;
}

/** The other messages of the frame, by their names. */
function furtherText(further: readonly Envelope[] = []): string {
  const names = further.slice(0, MOST_FURTHER).map(({ name, kind }) => `${name} (${kind})`);
  const more = further.length - names.length;
  return names.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

interface Props {
  envelope: Envelope;
  dialect: Dialect;
  /** When the frame came or went: ms since 1970. */
  time: number;
}

/** The fields that a frame's dialect finds in it, and where. */
export function Said({ envelope, dialect, time }: Props) {
  const { words } = dialect;
  const { rooms, sender, id, answers, beat, membership, problem, good, asks } = envelope;
  const late = envelope.time === undefined ? 0 : time - envelope.time;
  return (
    <>
      <Fact term="Kind">
        {envelope.kind}
        {good === false && ", refused or failed"}
        {envelope.unfamiliar && ", of a name that the dialect does not know"}
      </Fact>
      <Fact term={termOf("Name", words?.name)}>
        {envelope.name}
        <From envelope={envelope} field="name" />
      </Fact>
      {rooms !== undefined && rooms.length > 0 && (
        <Fact term={termOf("Room", words?.room)}>
          {rooms.join(", ")}
          <From envelope={envelope} field="rooms" />
        </Fact>
      )}
      {sender !== undefined && (
        <Fact term={termOf("Sender", words?.sender)}>
          {sender}
          <From envelope={envelope} field="sender" />
        </Fact>
      )}
      {id !== undefined && (
        <Fact term="Id">
          {id}
          {asks && ", to be answered"}
          <From envelope={envelope} field="id" />
        </Fact>
      )}
      {answers !== undefined && (
        <Fact term="Answers">
          {answers}
          <From envelope={envelope} field="answers" />
        </Fact>
      )}
      {envelope.time !== undefined && (
        <Fact term="Message time">
          {fullDate(envelope.time)}, {duration(Math.abs(late))} {late < 0 ? "after" : "before"} the frame
          (clocks may differ)
          <From envelope={envelope} field="time" />
        </Fact>
      )}
      <Fact term="Heartbeat">{beat && BEATS[beat]}</Fact>
      <Fact term="Members">{membership && membershipText(membership)}</Fact>
      <Fact term="Further messages">{furtherText(envelope.further)}</Fact>
      <Fact term="Problem">{problem}</Fact>
    </>
  );
}

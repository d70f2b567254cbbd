import type { ComponentChildren } from "preact";
import { RowFlag } from "../../../model/capture";
import { Mark } from "../../../model/meaning/mark";
import { UNSENT } from "./content";
import { ANY_DEED, deedsOf } from "./deeds";

const MARKS: readonly (readonly [bits: number, without: number, text: string, title: string])[] = [
  [Mark.Reply, 0, "Reply", "It answers an earlier frame"],
  [Mark.Request, Mark.Answered, "No reply", "It asks for a reply, and none has come"],
  [Mark.Echo, 0, "Echo", "A frame of the page's own that came back"],
  [Mark.Unfamiliar, 0, "Unknown", "Its dialect does not know this name"],
  [Mark.Invalid, 0, "Not JSON", "The socket speaks JSON, and this is none"],
  [Mark.Poisonous, 0, "__proto__", "It has keys that poison objects it is merged into"],
];
const BADGED = ANY_DEED | RowFlag.Unsent | RowFlag.Binary;

function Deeds({ flags }: { flags: number }) {
  return deedsOf(flags).map(({ flag, text, title }) => (
    <span key={text} class={`badge ${flag === RowFlag.Injected ? "replayed" : "simulated"}`} title={title}>
      {text}
    </span>
  ));
}

function Marks({ marks }: { marks: number }) {
  return MARKS.filter(([bits, without]) => marks & bits && !(marks & without)).map(
    ([bits, , text, title]) => (
      <span key={bits} class="badge" title={title}>
        {text}
      </span>
    ),
  );
}

/** What is so of a frame: what Sockeye did with it, how it went, what it means. No component: most rows have none. */
export function rowBadges(flags: number, marks: number): ComponentChildren {
  if (!(flags & BADGED) && marks <= 0) return null;
  return (
    <>
      {(flags & ANY_DEED) !== 0 && <Deeds flags={flags} />}
      {(flags & RowFlag.Unsent) !== 0 && <span class="badge">{UNSENT}</span>}
      {(flags & RowFlag.Binary) !== 0 && <span class="badge">Binary</span>}
      {marks > 0 && <Marks marks={marks} />}
    </>
  );
}

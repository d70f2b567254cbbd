import type { Room } from "../../../model/room/room";
import { counted, grouped } from "../../parts/words/count";
import { oneLine } from "../../parts/words/one-line";
import { shownName } from "./words";

/** Members that are listed. */
const MOST = 200;
const TEXT = 120;

/** Who is in a room, as far as the server told. */
export function MemberList({ room }: { room: Room }) {
  const { members } = room;
  if (!members) return <p class="quiet-note">Nothing was said of members.</p>;
  if (members.size === 0) return <p class="quiet-note">Nobody is in it.</p>;
  const shown: [string, string][] = [];
  for (const member of members) {
    if (shown.length === MOST) break;
    shown.push(member);
  }
  return (
    <>
      <ul class="room-people" aria-label={`${counted(members.size, "member")} of ${shownName(room.name)}`}>
        {shown.map(([id, name]) => (
          <li key={id} title={name === "" ? id : `${name} (${id})`}>
            {name !== "" && <span>{oneLine(name, TEXT)}</span>}
            {name !== id && (
              <span class={name === "" ? "member-id" : "member-id quiet"}>{oneLine(id, TEXT)}</span>
            )}
          </li>
        ))}
      </ul>
      {members.size > MOST && <p class="quiet-note">and {grouped(members.size - MOST)} more</p>}
    </>
  );
}

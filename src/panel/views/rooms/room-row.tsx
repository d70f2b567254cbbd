import type { Room, RoomState } from "../../../model/room/room";
import { Icon } from "../../parts/icon";
import { memo } from "../../parts/memo";
import { cell, row as rowAttributes } from "../../parts/roles";
import { sized } from "../../parts/words/bytes";
import { counted, grouped } from "../../parts/words/count";
import { cut, oneLine } from "../../parts/words/one-line";
import { STATES, shownName } from "./words";

/** Characters of a name that reach the DOM. */
const NAME = 200;
const TITLE = 2000;

interface Figures {
  state: RoomState;
  /** -1 where nothing was ever said of members. */
  members: number;
  sentFrames: number;
  sentBytes: number;
  receivedFrames: number;
  receivedBytes: number;
  joins: number;
  doubled: number;
}

interface Props extends Figures {
  id: string;
  name: string;
  index: number;
  selected: boolean;
}

/** A room's figures as plain values: a room changes in place, so that it can't tell by itself that it changed. */
export function figuresOf({ state, members, sent, received, joins, doubled }: Room): Figures {
  return {
    state,
    members: members?.size ?? -1,
    sentFrames: sent.frames,
    sentBytes: sent.bytes,
    receivedFrames: received.frames,
    receivedBytes: received.bytes,
    joins,
    doubled,
  };
}

function Traffic({ frames, bytes }: { frames: number; bytes: number }) {
  return (
    <>
      {grouped(frames)}
      <span class="room-bytes"> {frames > 0 && sized(bytes)}</span>
    </>
  );
}

function trafficTitle(frames: number, bytes: number): string {
  return `${counted(frames, "frame")}, ${sized(bytes)}`;
}

/** A room's line: rendered again only when something of it changed. */
export const RoomRow = memo((room: Props) => {
  const { word, icon, tone, meaning } = STATES[room.state];
  const { members, joins, doubled } = room;
  return (
    <div
      id={room.id}
      class={`room-row state-${room.state}`}
      {...rowAttributes(room.index, room.selected)}
      data-index={room.index}
    >
      <span {...cell} class="room-room" title={cut(room.name, TITLE)}>
        {oneLine(shownName(room.name), NAME)}
      </span>
      <span {...cell} class={`room-state tone-${tone}`} title={`${word}: ${meaning}`}>
        <Icon of={icon} size={12} />
        <span class="room-word">{word}</span>
      </span>
      <span
        {...cell}
        class="room-members figure"
        title={members < 0 ? "Nothing was said of members" : counted(members, "member")}
      >
        {members < 0 ? "\u2013" : grouped(members)}
      </span>
      <span {...cell} class="room-sent figure" title={trafficTitle(room.sentFrames, room.sentBytes)}>
        <Traffic frames={room.sentFrames} bytes={room.sentBytes} />
      </span>
      <span
        {...cell}
        class="room-received figure"
        title={trafficTitle(room.receivedFrames, room.receivedBytes)}
      >
        <Traffic frames={room.receivedFrames} bytes={room.receivedBytes} />
      </span>
      <span
        {...cell}
        class="room-joins figure"
        title={
          doubled > 0
            ? `${counted(joins, "join")}, of which ${grouped(doubled)} while it was in or had asked already`
            : counted(joins, "join")
        }
      >
        {grouped(joins)}
        {doubled > 0 && <span class="room-doubled">, {grouped(doubled)} double</span>}
      </span>
    </div>
  );
});

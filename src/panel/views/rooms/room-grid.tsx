import type { TargetedKeyboardEvent, TargetedMouseEvent } from "preact";
import { useId, useLayoutEffect } from "preact/hooks";
import { grid, row as rowAttributes, wideCell } from "../../parts/roles";
import { useVirtualRows } from "../../parts/use-virtual-rows";
import { VirtualList } from "../../parts/virtual-list";
import { listMove } from "../frames/grid-keys";
import type { Going } from "../going";
import { RoomHeader } from "./columns";
import type { Lines } from "./lines";
import { figuresOf, RoomRow } from "./room-row";
import { SessionHeading } from "./session-heading";
import type { RoomsState } from "./state";

const ROW_HEIGHT = 21;

interface Props {
  lines: Lines;
  state: RoomsState;
  going: Going;
}

export function RoomGrid({ lines, state, going }: Props) {
  const id = useId();
  const selected = state.selected.value;
  const sort = state.sort.value;
  const list = useVirtualRows({ count: lines.length, rowHeight: ROW_HEIGHT });
  const at = lines.indexOf(selected);
  const shown = Array.from({ length: list.last - list.first }, (_, i) => list.first + i);
  const idOf = (index: number) => `${id}-${index}`;

  // Another order, or coming back to the view: what is selected stays in sight.
  useLayoutEffect(() => {
    if (at >= 0) list.reveal(at);
  }, [sort, list.fitting]);

  const select = (index: number) => {
    const line = lines.at(index);
    if (line?.room) state.selected.value = { session: line.group.session.id, room: line.room.name };
  };
  const press = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest("button"))
      return;
    const move = listMove(event.key, at, lines.length, list.fitting - 1);
    if (move !== null) {
      const to = lines.toRoom(
        move,
        event.key === "ArrowUp" || event.key === "PageUp" || event.key === "End" ? -1 : 1,
      );
      select(to < 0 ? at : to);
      // The heading above a session's first room comes into sight with it.
      list.reveal(Math.min(move, to));
    } else if (event.key === "Enter" && at >= 0 && selected) going.toRoom(selected.room);
    else if (event.key === "Escape" && selected) state.selected.value = null;
    else return;
    event.preventDefault();
  };
  const indexOf = (event: TargetedMouseEvent<HTMLElement>) =>
    Number((event.target as HTMLElement).closest<HTMLElement>("[data-index]")?.dataset.index ?? -1);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is in the attributes below
    <div
      class="room-grid"
      {...grid("Rooms", lines.length, at >= list.first && at < list.last ? idOf(at) : undefined)}
      onKeyDown={press}
      onClick={(event) => select(indexOf(event))}
      onDblClick={(event) => {
        const room = lines.at(indexOf(event))?.room;
        if (room) going.toRoom(room.name);
      }}
    >
      <RoomHeader
        sort={sort}
        onSort={(next) => {
          state.sort.value = next;
        }}
      />
      <VirtualList list={list} class="room-scroller">
        {shown.map((index) => {
          const line = lines.at(index);
          if (!line) return null;
          const { group, room } = line;
          if (!room) {
            return (
              <div key={`s${group.session.id}`} class="session-row" {...rowAttributes(index, false)}>
                <span {...wideCell(6)}>
                  <SessionHeading session={group.session} />
                </span>
              </div>
            );
          }
          return (
            <RoomRow
              key={`${group.session.id} ${room.name}`}
              id={idOf(index)}
              name={room.name}
              index={index}
              selected={index === at}
              {...figuresOf(room)}
            />
          );
        })}
      </VirtualList>
    </div>
  );
}

import { Flag } from "../../src/protocol";
import type { FakePage } from "./fake-page";
import type { PanelSide } from "./panel-side";

const WAITS = [1000, 2000, 4000];

/**
 * Socket 1, which is open, joins two rooms and is cut; two tries fail; the fourth socket opens, joins one of the rooms
 * again, and stays. Of what was sent after the cut nothing went out.
 */
export function reconnect({ page }: PanelSide, url = "wss://app.test/ws"): FakePage {
  page.clock = 100;
  for (const room of ["a1", "b2"]) page.sent(1, JSON.stringify({ type: "room.join", room, payload: {} }));
  page.received(1, JSON.stringify({ type: "room:joined", room: "b2", payload: {} }));
  page.clock = 60_000;
  page.failed(1);
  page.closed(1, 1006);
  page.sent(1, JSON.stringify({ type: "message", room: "a1", payload: {} }), Flag.Unsent);
  for (const [index, wait] of WAITS.entries()) {
    const socket = index + 2;
    page.clock += wait;
    page.created(socket, url);
    page.clock += 50;
    if (index < WAITS.length - 1) {
      page.failed(socket);
      page.closed(socket, 1006);
    } else page.opened(socket);
  }
  page.clock += 50;
  page.sent(4, JSON.stringify({ type: "room.join", room: "a1", payload: {} }));
  page.received(4, JSON.stringify({ type: "room:joined", room: "a1", payload: {} }));
  page.clock += 10_000;
  page.received(4, JSON.stringify({ type: "message", room: "a1", payload: {} }));
  return page;
}

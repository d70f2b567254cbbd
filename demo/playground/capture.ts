import { RowFlag } from "../../src/model/capture";
import { CaptureReader } from "../../src/model/capture-file/read";
import type { PanelNotice } from "../../src/protocol";
import { FakePage } from "../../test/support/fake-page";
import type { Recorded } from "./recording";

/**
 * A capture file as what a panel would have been told of its sockets, had they been one page's.
 * @throws Error where the text is no capture file
 */
export function replayCapture(text: string): Recorded[] {
  const reader = new CaptureReader();
  for (const line of text.split("\n")) reader.line(line);
  const outcome = reader.end();
  if ("refused" in outcome) throw new Error(outcome.refused);
  const { sockets, rows } = outcome;
  const timeOrigin = Math.min(...sockets.map(({ createdAt }) => createdAt));
  const recorded: Recorded[] = [];
  const tell = (notice: PanelNotice) => recorded.push({ at: page.clock, notice });
  const page = new FakePage(tell, { url: sockets[0]?.documentUrl ?? "", timeOrigin });

  const events: { time: number; say: () => void }[] = [];
  sockets.forEach(({ url, asked, protocol, extensions, createdAt, openedAt }, place) => {
    const number = place + 1;
    events.push({ time: createdAt, say: () => page.created(number, url, asked.join(",")) });
    if (openedAt) events.push({ time: openedAt, say: () => page.opened(number, protocol, extensions) });
  });
  for (let row = 0; row < rows.length; row++) {
    const payload = rows.payload[row];
    if (typeof payload !== "string" && !(payload instanceof Uint8Array)) continue;
    const number = (rows.socket[row] ?? 0) + 1;
    const sent = (rows.flags[row] ?? 0) & RowFlag.Sent;
    const say = () => (sent ? page.sent(number, payload) : page.received(number, payload));
    events.push({ time: rows.time[row] ?? 0, say });
  }
  sockets.forEach(({ closedAt, code = 0, reason, clean, failed }, place) => {
    const say = () => {
      if (failed) page.failed(place + 1);
      page.closed(place + 1, code, reason, clean);
    };
    if (closedAt) events.push({ time: closedAt, say });
  });

  tell({ type: "tab", state: "ready", page: timeOrigin });
  page.arrive();
  // The sort is stable: what happened at one time stays in the order of the file.
  for (const { time, say } of events.sort((one, other) => one.time - other.time)) {
    page.clock = time - timeOrigin;
    say();
    page.flush();
  }
  return recorded;
}

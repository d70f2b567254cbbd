import { unpack } from "../../src/link/unpack";
import { Flag, Kind, type PanelNotice } from "../../src/protocol";
import { FakePage } from "../../test/support/fake-page";
import type { Recorded } from "./recording";

type Tell = (notice: PanelNotice) => void;

const FRAMES = new Set<number>([Kind.TextSent, Kind.TextReceived, Kind.BytesSent, Kind.BytesReceived]);
const SENT = new Set<number>([Kind.TextSent, Kind.BytesSent]);
const PER_BATCH = 100;
/** Frames per tick when they come as fast as possible. */
const BURST = 10_000;
const TICK = 16;

/** Plays a capture at its own pace times `pace`; 0 plays it at once. */
export function play(recorded: readonly Recorded[], tell: Tell, pace: number): void {
  for (const { at, notice } of recorded) {
    if (pace === 0) tell(notice);
    else setTimeout(tell, at / pace, notice);
  }
}

/** Repeats the frames of a capture until there are `count`, `rate` a second; the sockets are opened once. */
export function flood(recorded: readonly Recorded[], tell: Tell, count: number, rate: number): void {
  const page = new FakePage(tell, { timeOrigin: Date.now() - performance.now() });
  const frames: { socket: number; sent: boolean; content: string | Uint8Array }[] = [];
  page.clock = performance.now();
  page.arrive();
  for (const { notice } of recorded) {
    if (notice.type !== "batch") continue;
    for (const { kind, flags, socket, text, bytes } of unpack(notice.batch)) {
      if (kind === Kind.Created) page.created(socket, (JSON.parse(text) as { url: string }).url);
      else if (kind === Kind.Opened) page.opened(socket);
      else if (FRAMES.has(kind) && !(flags & (Flag.More | Flag.Unkept | Flag.Unsent))) {
        frames.push({ socket, sent: SENT.has(kind), content: bytes ?? text });
      }
    }
  }
  page.flush();
  tell({ type: "tab", state: "ready", page: page.document.timeOrigin });
  let done = 0;
  const tick = () => {
    const until = Math.min(count, done + (rate === 0 ? BURST : Math.ceil((rate * TICK) / 1000)));
    for (; done < until; done++) {
      const frame = frames[done % frames.length];
      if (!frame) return;
      page.clock = performance.now();
      if (frame.sent) page.sent(frame.socket, frame.content);
      else page.received(frame.socket, frame.content);
      if (done % PER_BATCH === 0) page.flush();
    }
    page.flush();
    if (done < count) setTimeout(tick, TICK);
  };
  tick();
}

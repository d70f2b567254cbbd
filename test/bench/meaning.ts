import { Capture, RowFlag } from "../../src/model/capture";
import { Understanding } from "../../src/model/meaning/understanding";
import type { Socket } from "../../src/model/socket";
import { utf8Bytes } from "../../src/model/utf8";
import { aSocket } from "../support/a-socket";
import { median } from "./stats";

const FRAMES = 300_000;
const SOCKETS = 40;
const ROUNDS = 5;
const FILLER = "x".repeat(90);

type Line = [sent: boolean, content: string | Uint8Array];

/** What a socket says the `i`th time, by the dialect it speaks. About 200 bytes a frame, a heartbeat among twenty. */
const SPEAKERS: ((i: number) => Line)[] = [
  (i) => {
    if (i % 20 === 0) return [true, `{"type":"ping","payload":{},"timestamp":${i}}`];
    if (i % 20 === 1) return [false, '{"type":"pong"}'];
    const payload = `{"id":"m${i}","userId":"u${i % 50}","text":"${FILLER}"}`;
    return [
      i % 3 === 0,
      `{"type":"chat:message","payload":${payload},"timestamp":${i},"room":"room-${i % 30}"}`,
    ];
  },
  (i) => {
    if (i % 20 === 0) return [true, "2"];
    if (i % 20 === 1) return [false, "3"];
    if (i % 20 === 2) return [true, `{"type":"room.join","room":"account:a${i % 30}"}`];
    const data = `{"uuid":"i${i}","title":"${FILLER}","severity":"high"}`;
    return [false, `{"name":"incident.created","data":${data},"timestamp":${1.7e12 + i}}`];
  },
  (i) => {
    if (i % 20 === 0) return [true, `[null,"${i}","phoenix","heartbeat",{}]`];
    if (i % 20 === 1) return [false, `[null,"${i - 1}","phoenix","phx_reply",{"status":"ok","response":{}}]`];
    return [i % 2 === 0, `["1","${i}","room:${i % 30}","new_msg",{"body":"${FILLER}","user":"u${i % 50}"}]`];
  },
  (i) => {
    if (i === 0) return [false, '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000}'];
    if (i % 20 === 0) return [false, "2"];
    if (i % 20 === 1) return [true, "3"];
    return [i % 2 === 0, `42["message",{"room":"general","text":"${FILLER}","n":${i}}]`];
  },
  (i) => {
    if (i % 2 === 0) return [true, `{"jsonrpc":"2.0","id":${i},"method":"get","params":{"q":"${FILLER}"}}`];
    return [false, `{"jsonrpc":"2.0","id":${i - 1},"result":{"value":"${FILLER}"}}`];
  },
  (i) => [false, `{"cpu":${i},"memory":${i},"requests":${i},"host":"${FILLER}"}`],
  () => [false, new Uint8Array(200).fill(7)],
  (i) => [i % 2 === 0, `line ${i} ${FILLER}`],
];

function mixed(): Capture {
  const capture = new Capture();
  const sockets: Socket[] = [];
  for (let i = 0; i < SOCKETS; i++) {
    sockets.push(capture.addSocket(aSocket({ url: `wss://app.test/${i % 8}/${i}` })));
  }
  const said = new Array<number>(SOCKETS).fill(0);
  for (let i = 0; i < FRAMES; i++) {
    const at = i % SOCKETS;
    const [sent, payload] = (SPEAKERS[at % SPEAKERS.length] as (typeof SPEAKERS)[number])(said[at] ?? 0);
    said[at] = (said[at] ?? 0) + 1;
    const binary = typeof payload !== "string";
    capture.append({
      time: 1.7e12 + i,
      socket: sockets[at] as Socket,
      flags: (sent ? RowFlag.Sent : 0) | (binary ? RowFlag.Binary : 0),
      size: binary ? payload.length : utf8Bytes(payload),
      payload,
    });
  }
  return capture;
}

/** Reading and folding (envelopes, replies, rooms, heartbeats, sessions) as the panel does it: in slices. */
export function meaning(): void {
  const rates: number[] = [];
  const slices: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const capture = mixed();
    const understanding = new Understanding(capture);
    const start = performance.now();
    while (understanding.behind) {
      const from = performance.now();
      understanding.advance();
      if (round > 0) slices.push(performance.now() - from);
    }
    // The first round only warms up.
    if (round > 0) rates.push((FRAMES * 1000) / (performance.now() - start));
  }
  slices.sort((a, b) => a - b);
  const grouped = (value: number) => Math.round(value).toLocaleString("en-US");
  console.log(`\nReading ${grouped(FRAMES)} mixed frames of ${SOCKETS} sockets, median of ${ROUNDS} rounds`);
  console.log(
    `${grouped(median(rates))} frames/s (${grouped(Math.min(...rates))} to ${grouped(Math.max(...rates))})`,
  );
  console.log(`longest slice ${slices.at(-1)?.toFixed(0)} ms, median ${median(slices).toFixed(0)} ms`);
}

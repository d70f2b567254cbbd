import { counted, span } from "../amounts";
import type { Socket } from "../socket";
import { closeVerdict } from "./close-verdict";
import type { HeartbeatSummary } from "./summary";

/** Gaps may be off by this part of the interval, or by this many ms, and still be called regular. */
const REGULAR = 0.1;
const REGULAR_MS = 250;
/** Fewer beats have no rhythm. */
const FEWEST = 3;
/** This many intervals without a beat, and it has stopped. */
const STOPPED = 2.5;
/** Proxies cut a connection that was idle for so long, in ms (W40). */
const FIRST_LIMIT = 60_000;
const CLOUDFLARE_LIMIT = 100_000;

const INVISIBLE =
  "Ping and pong control frames (RFC 6455, section 5.5) are invisible to any script: there may be some.";

/** What the sentences are made from, beside the figures. Times are ms since 1970, durations ms. */
export interface Circumstances {
  readonly socket: Socket;
  /** When the socket closed, or the time up to which it is looked at. */
  readonly end: number;
  /** Beats that want an answer, and those that got one. */
  readonly asks: number;
  readonly answered: number;
  readonly pageAsks: boolean;
  /** How long an answer has been due on a socket that is open; 0 for none. */
  readonly waiting: number;
  readonly lastReceived: number | undefined;
}

type Measured = Omit<HeartbeatSummary, "verdict">;

/** What is to be said of a heartbeat, most important first; never empty. */
export function verdictOn(measured: Measured, circumstances: Circumstances): string[] {
  const { socket, end, lastReceived } = circumstances;
  const close = closeVerdict(socket, lastReceived);
  if (measured.beats === 0) return [...close, ...nothing(measured, circumstances)];
  const trouble = [
    ...close,
    ...unanswered(measured, circumstances),
    ...stopped(measured, socket, end),
    ...limits(measured, socket),
    ...late(measured),
  ];
  return [...trouble, ...rhythm(measured), ...(socket.lost > 0 && measured.missed > 0 ? [gap(socket)] : [])];
}

function nothing({ frames }: Measured, { socket, end }: Circumstances): string[] {
  if (socket.transport === "EventSource") {
    return [
      "An EventSource has no heartbeat that a script could see: servers send comments, which never arrive.",
    ];
  }
  if (frames > 0)
    return ["Answers were seen, but no beat that asks for them: the capture may have begun later."];
  if (socket.unseen)
    return ["Only the handshake of this socket was seen: nothing is known of its heartbeat."];
  if (socket.openedAt === undefined && socket.state !== "open")
    return ["The socket never opened: no heartbeat."];
  const age = end - (socket.openedAt ?? socket.createdAt);
  const open = age > 0 ? ` in ${span(age)}` : "";
  return [`No heartbeat seen${open}. ${INVISIBLE}`];
}

function unanswered(measured: Measured, { asks, answered, pageAsks, waiting }: Circumstances): string[] {
  const { missed } = measured;
  const whose = pageAsks ? "" : " of the server";
  const sentences: string[] = [];
  if (waiting > 0) sentences.push(`The newest beat${whose} has been without an answer for ${span(waiting)}.`);
  if (missed > 0 && answered === 0) sentences.push(`None of ${counted(asks, "beat")}${whose} was answered.`);
  else if (missed > 0) sentences.push(`${missed} of ${counted(asks, "beat")}${whose} got no answer.`);
  return sentences;
}

function stopped({ interval, points, direction }: Measured, socket: Socket, end: number): string[] {
  const last = points[points.length - 1];
  if (interval === null || points.length < 4 || last === undefined || direction === null) return [];
  if (socket.state !== "open" || socket.imported !== undefined) return [];
  const silence = end - last.time;
  if (!(silence > STOPPED * interval && silence > REGULAR_MS)) return [];
  return [`No beat for ${span(silence)}, although they came every ${span(interval)}.`];
}

function limits({ interval, beats }: Measured, { lost }: Socket): string[] {
  // Where frames were lost a gap may be two.
  if (lost > 0) return [];
  if (interval === null || beats < FEWEST || !(interval >= FIRST_LIMIT)) return [];
  const who =
    interval >= CLOUDFLARE_LIMIT
      ? "AWS ALB and NGINX proxy_read_timeout (60 s) and Cloudflare (100 s)"
      : "AWS ALB and NGINX proxy_read_timeout (60 s)";
  const sentence = `Every ${span(interval)} is not below the usual idle limit of ${who}`;
  return [`${sentence}: a connection with no other traffic is cut between two beats.`];
}

function late({ late, interval }: Measured): string[] {
  if (late === 0 || interval === null) return [];
  return [`${counted(late, "beat")} came late: after more than 1.5 times the usual ${span(interval)}.`];
}

function rhythm({ interval, jitter, rtt, beats, missed, late }: Measured): string[] {
  const answers = rtt === null ? "" : `, answered within ${span(rtt.max)}`;
  if (interval === null) {
    if (beats > 1) return [`${counted(beats, "beat")}, but the clock was put back between them${answers}.`];
    return [`One beat so far${answers}: too few to tell how often.`];
  }
  if (beats < FEWEST) {
    return [
      `${counted(beats, "beat")} so far, ${span(interval)} apart${answers}: too few to tell how regular.`,
    ];
  }
  const steady = jitter !== null && jitter <= Math.max(REGULAR_MS, interval * REGULAR);
  if (steady && missed === 0 && late === 0) return [`Regular: every ${span(interval)}${answers}.`];
  const off = steady || jitter === null ? "" : `, give or take ${span(jitter)}`;
  return [`Every ${span(interval)}${off}${answers}.`];
}

function gap({ lost }: Socket): string {
  return `${counted(lost, "frame")} of this socket were not captured: answers may be among them.`;
}

import type { Said } from "../meaning/said";
import type { Socket } from "../socket";
import { missedLife } from "./close-verdict";
import { deviation, median, slope, spread } from "./statistics";
import { styleOf } from "./style";
import type { BeatDirection, HeartbeatSummary } from "./summary";
import { gapsOf, LATE, Track } from "./track";
import { verdictOn } from "./verdict";

/** Styles that are told of one socket; it hardly ever has two. */
const MOST_STYLES = 3;
/** A line through fewer gaps is none. */
const FEWEST_FOR_DRIFT = 8;
/** How long an answer may take before a close can be said to have cut it off, in ms. */
const SHORTEST_WAIT = 2_000;
/** The same in usual round trips. */
const WAIT_IN_RTTS = 5;
/** A page that closes by itself after a wait this much longer than usual has given the answer up (W38), in ms. */
const GIVEN_UP = 500;
const GIVEN_UP_IN_RTTS = 20;

/** How long an unanswered beat waits before it counts as missed when its socket ends. */
function patienceOf(socket: Socket, usualRtt: number | undefined): number {
  // The reason of the close says that an answer did not come in time (R-K2).
  if (missedLife(socket)) return Math.max(GIVEN_UP, usualRtt ?? 0);
  if (socket.closedByPage && usualRtt !== undefined) return Math.max(GIVEN_UP, GIVEN_UP_IN_RTTS * usualRtt);
  return Math.max(SHORTEST_WAIT, WAIT_IN_RTTS * (usualRtt ?? 0));
}

/** The signs of life of one socket. */
export class Heartbeat {
  readonly #page = new Track();
  readonly #server = new Track();
  /** Those of beats, and those of answers: where only answers were seen they are what there is. */
  readonly #styles = new Set<string>();
  readonly #answerStyles = new Set<string>();
  /** The side's beat that waits is answered by whatever comes. */
  #anyAnswersPage = false;
  #anyAnswersServer = false;
  #seen = 0;
  #frames = 0;
  #bytes = 0;
  #lastReceived = -1;
  #lastTime = -1;

  /** How many frames were taken in. */
  get seen(): number {
    return this.#seen;
  }

  /** Takes in a frame of the socket, beat or not: any frame is a sign of life, and may be an answer. */
  frame(said: Said): void {
    if (said.unsent) return;
    this.#seen++;
    this.#lastTime = said.time;
    if (!said.sent) {
      this.#lastReceived = said.time;
      if (this.#anyAnswersPage) {
        this.#anyAnswersPage = false;
        this.#page.answer(said.time, undefined, true);
      }
    } else if (this.#anyAnswersServer) {
      this.#anyAnswersServer = false;
      this.#server.answer(said.time, undefined, false);
    }
    const { envelope } = said;
    if (envelope !== null && envelope.beat !== undefined) this.#beat(said);
  }

  /**
   * What is known by now; changes nothing. `now`: ms since 1970; of a socket that is closed or from a file its own end counts instead.
   * Where both sides beat, the figures are of the page's beats if those are answered, else of the server's.
   */
  summary(socket: Socket, now: number): HeartbeatSummary {
    const ended = socket.closedAt;
    const over = socket.imported !== undefined || socket.state === "gone";
    const end = ended ?? (over ? this.#lastTime : now);
    const track = this.#leading();
    const { points, late } = track.read();
    const rtt = track === this.#page ? spread(points.flatMap((point) => point.rtt ?? [])) : null;
    const patience = patienceOf(socket, rtt?.median);
    const waiting = track.open === null ? 0 : Math.max(0, end - track.open.time);
    // Nothing is noted in the track: the close may be known before all frames of the socket are.
    const cut = ended !== undefined && waiting >= patience ? track.open : null;
    const gaps = gapsOf(points);
    const interval = median(gaps);
    const measured = {
      style: style(this.#styles, this.#answerStyles),
      direction: this.#direction(),
      interval,
      jitter: interval === null ? null : deviation(gaps, interval),
      drift: interval === null ? null : slope(usual(gaps, interval), FEWEST_FOR_DRIFT),
      rtt,
      gaps: rtt === null ? spread(gaps) : null,
      beats: track.beats,
      missed: track.missed + (cut === null ? 0 : 1),
      late,
      frames: this.#frames,
      bytes: this.#bytes,
      points:
        cut === null ? points : points.map((point) => (point === cut ? { ...point, missed: true } : point)),
    };
    const verdict = verdictOn(measured, {
      socket,
      end,
      asks: track.asks,
      answered: track.answered,
      pageAsks: track === this.#page,
      waiting: ended === undefined && waiting >= patience ? waiting : 0,
      lastReceived: this.#lastReceived < 0 ? undefined : this.#lastReceived,
    });
    return { ...measured, verdict };
  }

  #beat(said: Said): void {
    const beat = said.envelope?.beat;
    this.#frames++;
    this.#bytes += said.size;
    const styles = beat === "answer" ? this.#answerStyles : this.#styles;
    if (styles.size < MOST_STYLES) styles.add(styleOf(said));
    if (beat === "answer") {
      (said.sent ? this.#server : this.#page).answer(said.time, said.envelope?.answers, !said.sent);
      return;
    }
    (said.sent ? this.#page : this.#server).beat(said);
    if (beat === "sign") return;
    if (said.sent) this.#anyAnswersPage = beat === "ask-any";
    else this.#anyAnswersServer = beat === "ask-any";
  }

  #leading(): Track {
    const page = this.#page;
    const server = this.#server;
    if (page.answered > 0 || server.beats === 0) return page;
    if (page.beats === 0 || server.asks > 0) return server;
    return page.asks > 0 || page.beats > server.beats ? page : server;
  }

  #direction(): BeatDirection | null {
    if (this.#page.beats > 0) return this.#server.beats > 0 ? "both" : "page";
    return this.#server.beats > 0 ? "server" : null;
  }
}

function style(beats: ReadonlySet<string>, answers: ReadonlySet<string>): string {
  return [...(beats.size > 0 ? beats : answers)].join("; ") || "none seen";
}

/** A beat that came late once says nothing of how the interval changes. */
function usual(gaps: readonly number[], interval: number): number[] {
  return gaps.filter((gap) => gap <= interval * LATE);
}

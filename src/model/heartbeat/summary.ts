/** One sign of life. */
export interface BeatPoint {
  /** Ms since 1970, of the frame that asks (or is a sign). */
  readonly time: number;
  readonly row: number;
  /** Ms from asking to the answer where the page asks; null as long as none came, or where the server asks. */
  rtt: number | null;
  /** Ms since the beat before; null for the first. */
  readonly gap: number | null;
  /** No answer before the next beat, or before the socket closed. */
  missed: boolean;
  /** It came later than 1.5 times the usual interval after the one before. */
  late: boolean;
}

/** Who starts an exchange. */
export type BeatDirection = "page" | "server" | "both";

/** Middle, 95th percentile and largest, in ms; null where nothing was measured. */
export interface Spread {
  median: number;
  p95: number;
  max: number;
}

/** What is known of the heartbeat of one socket. */
export interface HeartbeatSummary {
  /** In words: "JSON ping/pong", "digits 2/3, page asks", "__heartbeat__, answered by anything"; "none seen". */
  style: string;
  direction: BeatDirection | null;
  /** Median ms between beats, null with fewer than two. */
  interval: number | null;
  /** 95th percentile of how far a gap is from the interval, in ms. */
  jitter: number | null;
  /** How much the interval grows or shrinks per beat, in ms (slope of a line through the gaps); null with under 8. */
  drift: number | null;
  /** Where the page asks. */
  rtt: Spread | null;
  /** Where the server asks, or nobody answers: the time between beats. */
  gaps: Spread | null;
  beats: number;
  missed: number;
  late: number;
  /** Frames and bytes spent on it, answers included. */
  frames: number;
  bytes: number;
  /** The newest points, oldest first, at most 2,000. */
  points: readonly BeatPoint[];
  /** In words, most important first; never empty. */
  verdict: readonly string[];
}

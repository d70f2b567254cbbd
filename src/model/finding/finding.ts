/** What kind of trouble it is; stands in its key, so that a dismissal holds as the session goes on. */
export type FindingId =
  | "join-before-auth"
  | "double-join"
  | "not-rejoined"
  | "no-jitter"
  | "retry-storm"
  | "zombie"
  | "heartbeat-above-proxy-limit"
  | "token-in-url"
  | "credentials-unencrypted"
  | "poisonous-keys"
  | "large-frames"
  | "sent-while-closing"
  | "invalid-json"
  | "dead-air"
  | "unanswered";

/** Something that is probably wrong, with what shows it. */
export interface Finding {
  readonly id: FindingId;
  readonly severity: "error" | "warning" | "note";
  /** One line: what is wrong, with its figures. */
  readonly title: string;
  /** What to do about it, in one or two sentences. */
  readonly advice: string;
  /** Frames that show it, at most 20; there may be none where a socket shows it. */
  readonly rows: readonly number[];
  /** How many frames show it in all. */
  readonly count: number;
  /** Rows of the first and the last frame that show it, also where they are not among `rows`; -1 without any. */
  readonly oldest: number;
  readonly newest: number;
  /** Numbers of the sockets that show it, at least one. */
  readonly sockets: readonly number[];
}

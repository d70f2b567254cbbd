/** What a frame is expected to be. What is left out may be anything. */
export interface Expectation {
  direction: "received";
  /** The envelope's name. */
  name?: string | undefined;
  /** One of its rooms. */
  room?: string | undefined;
  /** What its JSON has to hold, as `differences` compares. Undefined: it need not be JSON. */
  json?: unknown;
  /** What its text has to contain. */
  text?: string | undefined;
}

/** A frame as an expectation sees it. */
export interface MatchedFrame {
  name: string;
  rooms: readonly string[];
  /** Null for a binary frame. */
  text: string | null;
}

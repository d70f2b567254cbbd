/** What a close code says. */
export interface CloseExplanation {
  /** In a few words: "normal closure". */
  readonly name: string;
  /** One or two sentences. */
  readonly meaning: string;
  /** What to do about it, where that can be said. */
  readonly advice?: string;
}

/** What a message is: text, or bytes. */
export type MessageContent = string | Uint8Array;

/** What a composer starts with. */
export interface ComposerDraft {
  content: MessageContent;
  /** What was captured, to compare with. */
  captured: { content: MessageContent; label: string } | null;
}

/** Where a message can go. */
export interface Way {
  id: string;
  label: string;
  /** What happens there. */
  hint: string;
  possible: boolean;
  /** Why it is not possible. */
  why: string;
}

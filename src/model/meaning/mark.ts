/** What is so of a frame beside its kind, as bits. */
export const Mark = {
  /** It answers an earlier frame: its partner. */
  Reply: 1,
  /** It asks for a reply. */
  Request: 2,
  /** It asked, and a reply came. */
  Answered: 4,
  /** It is an own frame that came back: its partner. */
  Echo: 8,
  /** Its dialect does not know the name. */
  Unfamiliar: 16,
  /** Its dialect is made of JSON, and this is none. */
  Invalid: 32,
  /** Its content was not there to be read (not kept, or on disk). */
  Unread: 64,
  /** It has keys that poison objects: `__proto__`, `constructor`, `prototype`. */
  Poisonous: 128,
} as const;

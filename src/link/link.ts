/** A door between two contexts: what goes in at one end comes out at the other, in order. */
export interface Link<Outgoing, Incoming> {
  send(item: Outgoing): void;
  /** Whoever receives says so once; items that came before wait for it. */
  receive(listener: (item: Incoming) => void): void;
}

import type { Refusal } from "../../../model/refusal";
import type { MakeSocket } from "./extension-sockets";

/** A header of a handshake. */
export interface Header {
  name: string;
  value: string;
}

/** What the replay client needs of the browser. */
export interface ReplayWorld {
  makeSocket: MakeSocket;
  /**
   * Has the extension's own handshakes to this URL carry these headers, and no others; null: none any more. Rejects
   * where the browser refuses them. Undefined where there is no extension (the playground).
   */
  setHeaders?: ((url: string, headers: readonly Header[] | null) => Promise<void>) | undefined;
  /** Asks the server at a socket's address, by an ordinary GET without credentials. Never rejects. */
  askServer?: ((url: string) => Promise<Refusal>) | undefined;
}

/** Where nothing can be opened: tests that replay nothing. */
export const NO_WORLD: ReplayWorld = {
  makeSocket: () => {
    throw new Error("There is no network here.");
  },
};

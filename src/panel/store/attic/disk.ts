/** What a row has on disk; null where it has no content, or none yet. */
export type Stored = string | Uint8Array | null;

/** Where payloads go that memory has no room for. Everything on it ends with the panel. */
export interface Disk {
  /** @throws when the disk refuses: no room, or not allowed */
  put(chunk: number, payloads: readonly Stored[]): Promise<void>;
  /** @throws when it is not there, or cannot be read */
  get(chunk: number): Promise<readonly Stored[]>;
  delete(chunk: number): Promise<void>;
}

/** For a panel without one: whatever is asked of it is refused. */
export const NO_DISK: Disk = {
  put: () => Promise.reject(new Error("there is none")),
  get: () => Promise.reject(new Error("there is none")),
  delete: () => Promise.resolve(),
};

import type { Disk } from "./disk";
import type { Limits } from "./limits";

/** Where payloads go that memory has no room for, and when. */
export interface Storage {
  disk: Disk;
  limits: Limits;
}

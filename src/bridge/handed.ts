import type { Handed } from "../link/hand-over";
import type { PageCommand, ReaderId } from "../protocol";

function copied(data: string | Uint8Array): string | Uint8Array<ArrayBuffer> {
  return typeof data === "string" ? data : new Uint8Array(data);
}

/**
 * A panel's command as the page's world gets it: with every field that is asked for, so that none is looked up on the
 * page's `Object.prototype`, with bytes that fill their buffer, and as a Blob too, for sockets that want one.
 */
export function handed(reader: ReaderId, command: PageCommand): Handed {
  switch (command.type) {
    case "open":
      return [0, command];
    case "close":
      return [0, { code: undefined, reason: undefined, ...command }];
    case "send":
      return [0, { ...command, data: copied(command.data) }];
    case "receive": {
      const data = copied(command.data);
      return [0, { ...command, data, blob: typeof data === "string" ? undefined : new Blob([data]) }];
    }
    default:
      return [reader, command];
  }
}

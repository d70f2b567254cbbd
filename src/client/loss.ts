import type { ClientOptions } from "./options";

/** How an attempt or a connection ended. `code` is null where no close was seen, as when no URL could be had. */
export interface Loss {
  why: string;
  code: number | null;
  /** `shouldReconnect` said no. */
  refused?: boolean;
}

/** A close event that does not come from this client: the other side closed, or an attempt failed. */
export interface ServerClose {
  code: number;
  reason: string;
  clean: boolean;
}

/** Whether an attempt may follow (reconnecting 9, 10); what it allows the options can still forbid. */
export type ShouldReconnect = (event: ServerClose) => boolean;

export type AfterLoss = { again: true } | { again: false; why: string; clean: boolean; exhausted: boolean };

/** What a close that is not this client's own comes to. */
export function lossBy({ code, reason }: ServerClose, wasOpen: boolean, refused: boolean): Loss {
  const said = reason === "" ? "" : ` “${reason}”`;
  return {
    why: wasOpen ? `connection closed with code ${code}${said}` : "the attempt failed",
    code,
    refused,
  };
}

function over(why: string, clean = false, exhausted = false): AfterLoss {
  return { again: false, why, clean, exhausted };
}

/**
 * Whether another attempt follows (requirements P26, P28, C10, C13, C21; reconnecting 6, 9, 10), after so many that
 * were made since the connection last was stable.
 */
export function afterLoss(loss: Loss, attemptsMade: number, options: ClientOptions): AfterLoss {
  if (loss.code === 1000 && !options.reconnectAfterClean) {
    return over("the other side closed cleanly (code 1000)", true);
  }
  if (loss.code !== null && options.fatalCodes.includes(loss.code)) {
    return over(`close code ${loss.code} is fatal`);
  }
  if (loss.refused) return over(`${loss.why}, and shouldReconnect says no`, loss.code === 1000);
  if (!options.reconnect) {
    return over(`${loss.why}, and reconnect is off`, loss.code === 1000);
  }
  if (attemptsMade >= options.attempts) {
    return over(`${loss.why}, and no attempt is left of ${options.attempts}`, false, true);
  }
  return { again: true };
}

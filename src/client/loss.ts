import type { ClientOptions } from "./options";

/** How an attempt or a connection ended. `code` is null where no close was seen, as when no URL could be had. */
export interface Loss {
  why: string;
  code: number | null;
}

export type AfterLoss = { again: true } | { again: false; why: string; clean: boolean; exhausted: boolean };

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
  if (!options.reconnect) {
    return over(`${loss.why}, and reconnect is off`, loss.code === 1000);
  }
  if (attemptsMade >= options.attempts) {
    return over(`${loss.why}, and no attempt is left of ${options.attempts}`, false, true);
  }
  return { again: true };
}

import { said } from "./words";

type Provided<T> = T | (() => T | Promise<T>);

/** Where to connect; a function is asked anew for every attempt (reconnecting 1). */
export type UrlSource = Provided<string>;

/** Which subprotocols to offer; null and undefined mean none (reconnecting 2). */
export type ProtocolSource = Provided<string | readonly string[] | null | undefined>;

export interface Target {
  url: string;
  protocols: readonly string[];
}

function asUrl(value: unknown): string {
  if (typeof value === "string" && value !== "") return value;
  throw new TypeError(`The URL must be a text that is not empty, not ${typeof value}`);
}

function asProtocols(value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  const list = typeof value === "string" ? [value] : value;
  if (Array.isArray(list) && list.every((item) => typeof item === "string")) return list;
  throw new TypeError(`Protocols must be a text or a list of texts, not ${typeof value}`);
}

function ask<T>(source: Provided<T>): T | Promise<T> {
  return typeof source === "function" ? (source as () => T | Promise<T>)() : source;
}

/**
 * Asks for URL and protocols and hands them on: at once where both are at hand, so that no turn is lost, otherwise
 * when they come. What throws, rejects or has a wrong type goes to `failed` as text.
 */
export function findTarget(
  url: UrlSource,
  protocols: ProtocolSource,
  found: (target: Target) => void,
  failed: (message: string) => void,
): void {
  const settle = (gotUrl: unknown, gotProtocols: unknown): void => {
    let target: Target;
    try {
      target = { url: asUrl(gotUrl), protocols: asProtocols(gotProtocols) };
    } catch (thrown) {
      failed(said(thrown));
      return;
    }
    found(target);
  };
  try {
    const answers = [ask(url), ask(protocols)];
    if (answers.some((answer) => answer instanceof Promise)) {
      Promise.all(answers).then(
        ([gotUrl, gotProtocols]) => settle(gotUrl, gotProtocols),
        (thrown) => failed(said(thrown)),
      );
    } else settle(answers[0], answers[1]);
  } catch (thrown) {
    failed(said(thrown));
  }
}

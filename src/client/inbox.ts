import type { Received } from "./events";

type Step = IteratorResult<Received, undefined>;

/** Messages for one reader who takes them one by one, at its own pace (requirements K21, K22). */
export class Inbox implements AsyncIterableIterator<Received, undefined> {
  readonly #messages: Received[] = [];
  readonly #readers: { resolve(step: Step): void; reject(error: Error): void }[] = [];
  readonly #leave: () => void;
  #end: { error: Error | null } | null = null;

  /** `leave` is called when the reader stops by itself. */
  constructor(leave: () => void) {
    this.#leave = leave;
  }

  add(message: Received): void {
    if (this.#end) return;
    const reader = this.#readers.shift();
    if (reader) reader.resolve({ done: false, value: message });
    else this.#messages.push(message);
  }

  /** No more messages; those that wait are still handed out. With an error the reader gets it after them, once. */
  end(error: Error | null): void {
    if (this.#end) return;
    this.#end = { error };
    for (const reader of this.#readers.splice(0)) {
      const failure = this.#takeError();
      if (failure) reader.reject(failure);
      else reader.resolve({ done: true, value: undefined });
    }
  }

  next(): Promise<Step> {
    const message = this.#messages.shift();
    if (message) return Promise.resolve({ done: false, value: message });
    if (!this.#end) return new Promise((resolve, reject) => this.#readers.push({ resolve, reject }));
    const failure = this.#takeError();
    return failure ? Promise.reject(failure) : Promise.resolve({ done: true, value: undefined });
  }

  /** What `break` calls. */
  return(): Promise<Step> {
    this.#messages.length = 0;
    this.end(null);
    this.#leave();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #takeError(): Error | null {
    const error = this.#end?.error ?? null;
    this.#end = { error: null };
    return error;
  }
}

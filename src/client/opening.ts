/** A promise from outside: of connect(), which several callers may wait for. */
export class Opening {
  readonly promise: Promise<void>;
  #resolve: () => void = () => {};
  #reject: (error: Error) => void = () => {};

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever calls connect() and looks at the events only must not get an unhandled rejection.
    this.promise.catch(() => {});
  }

  done(): void {
    this.#resolve();
  }

  failed(why: string): void {
    this.#reject(new Error(`Not connected: ${why}`));
  }
}

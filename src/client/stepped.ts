import type { Environment, Watched } from "./environment";

type Step = (run: () => void) => void;

function watched<T>(value: Watched<T>, step: Step): Watched<T> {
  return {
    get value() {
      return value.value;
    },
    watch: (listener) => value.watch((now) => step(() => listener(now))),
  };
}

/** The same world, where everything that calls back is one step of the client. */
export function stepped(environment: Environment, step: Step): Environment {
  return {
    now: () => environment.now(),
    random: () => environment.random(),
    after: (ms, task) => environment.after(ms, () => step(task)),
    open: (url, protocols, events) =>
      environment.open(url, protocols, {
        open: () => step(() => events.open()),
        message: (data) => step(() => events.message(data)),
        error: (error) => step(() => events.error(error)),
        close: (event) => step(() => events.close(event)),
      }),
    online: watched(environment.online, step),
    visible: watched(environment.visible, step),
  };
}

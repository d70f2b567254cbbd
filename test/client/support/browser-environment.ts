import type { ClientSocket, Environment, Watched } from "../../../src/client/environment";

function watched(read: () => boolean, target: EventTarget, ...events: string[]): Watched<boolean> {
  return {
    get value() {
      return read();
    },
    watch(listener) {
      const tell = (): void => listener(read());
      for (const event of events) target.addEventListener(event, tell);
      return () => {
        for (const event of events) target.removeEventListener(event, tell);
      };
    },
  };
}

/** The environment of a page. */
export const page: Environment = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  open(url, protocols, events) {
    const socket = new WebSocket(url, [...protocols]);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => events.open();
    socket.onmessage = ({ data }) => events.message(typeof data === "string" ? data : new Uint8Array(data));
    socket.onerror = () => events.error();
    socket.onclose = ({ code, reason, wasClean }) => events.close({ code, reason, clean: wasClean });
    return socket as ClientSocket;
  },
  online: watched(() => navigator.onLine, window, "online", "offline"),
  visible: watched(() => document.visibilityState === "visible", document, "visibilitychange"),
};

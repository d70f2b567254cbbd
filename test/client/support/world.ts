import type { Environment, Watched } from "../../../src/client/environment";
import { Clock } from "./clock";
import { ScriptedSocket } from "./scripted-socket";

/** A value that the test turns. */
export class Switch<T> implements Watched<T> {
  readonly listeners = new Set<(value: T) => void>();

  constructor(public value: T) {}

  watch(listener: (value: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  turn(value: T): void {
    this.value = value;
    for (const listener of [...this.listeners]) listener(value);
  }
}

/** An environment in the hands of the test. Chance gives 0.5 unless told otherwise. */
export class World implements Environment {
  readonly clock = new Clock();
  readonly sockets: ScriptedSocket[] = [];
  readonly online = new Switch(true);
  readonly visible = new Switch(true);
  /** What the next `open` throws. */
  failure: Error | null = null;
  random: () => number = () => 0.5;

  now(): number {
    return this.clock.now;
  }

  after(ms: number, task: () => void): () => void {
    return this.clock.after(ms, task);
  }

  open: Environment["open"] = (url, protocols, events) => {
    if (this.failure) throw this.failure;
    const socket = new ScriptedSocket(url, protocols, events);
    this.sockets.push(socket);
    return socket;
  };

  /** The newest socket. */
  get socket(): ScriptedSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error("No socket was opened");
    return socket;
  }

  get alive(): ScriptedSocket[] {
    return this.sockets.filter((socket) => socket.alive);
  }
}

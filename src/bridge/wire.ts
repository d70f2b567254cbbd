import type { Runtime } from "webextension-polyfill";
import type { Handed } from "../link/hand-over";
import {
  type Batch,
  type BridgeCommand,
  type BridgeNotice,
  type Ended,
  type Hello,
  PortName,
} from "../protocol";
import { handed } from "./handed";

/** A command for a reader, or null: the way to the panels is cut. */
export type Told = Handed | null;

/**
 * One tap's port to the extension's worker. It is opened when the tap tells of its first socket, or when a panel
 * summons it; without either it never wakes the worker.
 */
export class Wire {
  #port: Runtime.Port | undefined;
  #awake = false;

  /** @param tell hands on to the tap what the panels say */
  constructor(
    private readonly runtime: Runtime.Static,
    private readonly hello: () => Hello,
    private readonly tell: (told: Told) => void,
  ) {}

  /** The tap has sockets. */
  wake(): void {
    if (this.#awake) return;
    this.#awake = true;
    this.#connect();
  }

  /** @param wanted whether or not the tap has sockets */
  summon(wanted = false): void {
    if (this.#awake || wanted) this.#connect();
  }

  /** The document is back from the back/forward cache: the port that went there is dead and does not say so. */
  renew(): void {
    this.#port?.disconnect();
    this.#cut();
    this.summon();
  }

  send(notice: Batch | Ended): void {
    this.#post(notice);
  }

  #connect(): void {
    if (this.#port) return;
    let port: Runtime.Port;
    try {
      port = this.runtime.connect({ name: PortName.Page });
    } catch {
      // The extension was reloaded or removed under this document: the tap stays transparent and falls silent.
      return;
    }
    this.#port = port;
    port.onMessage.addListener((message) => this.#obey(message as BridgeCommand));
    port.onDisconnect.addListener(() => this.#cut());
    this.#post(this.hello());
  }

  #obey(command: BridgeCommand): void {
    if ("type" in command) {
      this.#port?.disconnect();
      this.#cut();
    } else {
      this.tell(handed(command.reader, command.command));
    }
  }

  #post(notice: BridgeNotice): void {
    try {
      this.#port?.postMessage(notice);
    } catch {
      this.#cut();
    }
  }

  #cut(): void {
    this.#port = undefined;
    this.tell(null);
  }
}

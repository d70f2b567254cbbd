import { act, fireEvent, screen, within } from "@testing-library/preact";
import { vi } from "vitest";
import type { Header, ReplayWorld } from "../../../../src/panel/store/replay/world";
import { FakeWebSocket } from "../../../support/fake-web-socket";
import { PanelSide } from "../../../support/panel-side";
import { renderPanel } from "../../../support/render-panel";

/** The Replay view of a panel whose own sockets the test holds. */
export class ReplaySide {
  readonly sockets: FakeWebSocket[] = [];
  /** What was asked for with `setHeaders`. */
  readonly headers: [string, readonly Header[] | null][] = [];
  readonly side: PanelSide;

  constructor({ headers = true, open = true } = {}) {
    const makeSocket = (url: string, protocols: string[]) => {
      const socket = new FakeWebSocket(url, protocols);
      this.sockets.push(socket);
      return socket as unknown as WebSocket;
    };
    const setHeaders = async (url: string, next: readonly Header[] | null) => {
      this.headers.push([url, next]);
    };
    const world: ReplayWorld = headers ? { makeSocket, setHeaders } : { makeSocket };
    this.side = open
      ? PanelSide.open("wss://app.test/ws?token=abc", undefined, world)
      : new PanelSide(undefined, world);
    renderPanel(this.side);
    fireEvent.click(screen.getByRole("tab", { name: "Replay" }));
    this.settle();
  }

  get client() {
    return this.side.store.replay.client;
  }

  get socket(): FakeWebSocket {
    return this.sockets.at(-1) as FakeWebSocket;
  }

  /** Lets what lags catch up. */
  settle(): void {
    act(() => {
      this.side.show();
      // Not all timers: a view that is open ticks for ever.
      vi.advanceTimersByTime(500);
    });
  }

  /** Something happens outside. */
  happen(happens: () => void): void {
    act(happens);
    this.settle();
  }

  pass(ms: number): void {
    this.happen(() => this.side.scheduler.pass(ms));
  }

  /** Open, by the extension. */
  connected(): this {
    fireEvent.click(radio("Extension"));
    press("Connect");
    this.happen(() => this.socket.serverOpens());
    return this;
  }
}

export const textbox = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });
export const radio = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name });
export const number = (name: string) => screen.getByRole<HTMLInputElement>("spinbutton", { name });
export const choice = (name: string) => screen.getByRole<HTMLSelectElement>("combobox", { name });
export const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });
export const press = (name: string) => fireEvent.click(button(name));
export const state = () => screen.getByRole("status", { name: "Connection state" }).textContent ?? "";

export function type(box: HTMLElement, value: string): void {
  fireEvent.input(box, { target: { value } });
}

/** The texts of the log's lines, without times. */
export function logged(): string[] {
  const log = screen.getByRole("log", { name: "Client events" });
  return [...log.querySelectorAll(".log-text")].map(({ textContent }) => textContent ?? "");
}

/** The rooms that are listed. */
export function rooms(): string[] {
  const list = screen.getByRole("list", { name: "Rooms joined" });
  return within(list)
    .queryAllByRole("listitem")
    .map(({ textContent }) => textContent ?? "");
}

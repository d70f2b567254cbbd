import { act } from "@testing-library/preact";
import { vi } from "vitest";
import { renderPanel } from "./render-panel";

type Panel = ReturnType<typeof renderPanel>;

/** A page that speaks Phoenix on its sockets, to a panel that shows it. */
export class PhoenixPage {
  readonly panel: Panel = renderPanel();
  #ref = 0;

  get page() {
    return this.panel.side.page;
  }

  /** Ms pass on the page. */
  pass(ms: number): void {
    this.page.clock += ms;
  }

  /** The page asks to join; with an answer, the server says yes ("ok") or no ("error"). */
  join(socket: number, topic: string, answer?: "ok" | "error"): void {
    const ref = String(++this.#ref);
    this.page.sent(socket, JSON.stringify([ref, ref, topic, "phx_join", {}]));
    this.pass(10);
    if (answer === undefined) return;
    const payload = { status: answer, response: {} };
    this.page.received(socket, JSON.stringify([ref, ref, topic, "phx_reply", payload]));
    this.pass(10);
  }

  members(socket: number, topic: string, names: Record<string, string>): void {
    const state = Object.fromEntries(
      Object.entries(names).map(([id, name]) => [id, { metas: [{ phx_ref: id, name }] }]),
    );
    this.page.received(socket, JSON.stringify(["1", null, topic, "presence_state", state]));
  }

  receive(socket: number, topic: string, text: string): void {
    this.page.received(socket, JSON.stringify([null, null, topic, "said", { text }]));
  }

  /** A beat, and its answer after so many ms; null for none. */
  beat(socket: number, rtt: number | null): void {
    const ref = String(++this.#ref);
    this.page.sent(socket, JSON.stringify([null, ref, "phoenix", "heartbeat", {}]));
    if (rtt === null) return;
    this.pass(rtt);
    const payload = { status: "ok", response: {} };
    this.page.received(socket, JSON.stringify([null, ref, "phoenix", "phx_reply", payload]));
    this.pass(-rtt);
  }

  /** The socket is cut, and the next one follows a second later. */
  reconnect(from: number, to: number): void {
    this.page.closed(from, 1006);
    this.pass(1000);
    this.page.created(to, "wss://app.test/ws");
    this.pass(50);
    this.page.opened(to);
    this.pass(10);
  }

  show(): void {
    act(() => {
      this.panel.side.show();
      // Not all timers: a view that is open ticks for ever.
      vi.advanceTimersByTime(1000);
    });
  }
}

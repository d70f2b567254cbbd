// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ReconnectingClient } from "../../src/client/client";
import { plainOptions } from "../../src/client/options";
import { page } from "./support/browser-environment";

/** What the environment does with a WebSocket. */
class PageSocket {
  static readonly made: PageSocket[] = [];
  binaryType = "blob";
  onopen = (): void => {};
  onmessage = (_event: { data: unknown }): void => {};
  onerror = (): void => {};
  onclose = (_event: { code: number; reason: string; wasClean: boolean }): void => {};
  send = vi.fn();
  close = vi.fn();

  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {
    PageSocket.made.push(this);
  }
}

beforeEach(() => {
  PageSocket.made.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", PageSocket);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("the environment of a page: sockets, timers, online and bytes as Uint8Array", () => {
  const options = { ...plainOptions, offlineAware: true };
  const client = new ReconnectingClient("wss://here/", page, options, "v1");
  const heard: unknown[] = [];
  client.onmessage = ({ data }) => heard.push(data);
  void client.connect();
  const [first] = PageSocket.made;
  expect([first?.url, first?.protocols, first?.binaryType]).toEqual(["wss://here/", ["v1"], "arraybuffer"]);
  first?.onopen();
  first?.onmessage({ data: "text" });
  first?.onmessage({ data: new Uint8Array([1, 2]).buffer });
  expect(heard).toEqual(["text", new Uint8Array([1, 2])]);
  first?.onerror();
  first?.onclose({ code: 1006, reason: "", wasClean: false });
  expect(client.state).toBe("reconnecting");
  vi.advanceTimersByTime(1000);
  expect(PageSocket.made).toHaveLength(2);
  vi.stubGlobal("navigator", { onLine: false });
  window.dispatchEvent(new Event("offline"));
  expect([client.state, client.paused]).toEqual(["reconnecting", "offline"]);
  client.disconnect();
  expect(vi.getTimerCount()).toBe(0);
});

// @vitest-environment node
import { describe, expect, test } from "vitest";
import { ReconnectingClient } from "../../src/client/client";
import { plainOptions } from "../../src/client/options";
import { Setup } from "./support/client";
import { World } from "./support/world";

describe("once", () => {
  test("reconnecting 24: it hears one event, and can be taken off before", () => {
    const setup = new Setup().open();
    const heard: string[] = [];
    setup.client.once("message", ({ data }) => heard.push(`once ${data}`));
    setup.client.on("message", ({ data }) => heard.push(`on ${data}`));
    const stop = setup.client.once("message", () => heard.push("never"));
    const off = (): void => void heard.push("never");
    setup.client.once("message", off);
    stop();
    setup.client.off("message", off);
    setup.world.socket.serverSends("a");
    setup.world.socket.serverSends("b");
    expect(heard).toEqual(["once a", "on a", "on b"]);
  });

  test("every event, once", () => {
    const setup = new Setup();
    const heard: string[] = [];
    setup.client.once("event", ({ type }) => heard.push(type));
    setup.open();
    expect(heard).toEqual(["state"]);
  });

  test("K46: of messages that came before it takes the first, and leaves the others", () => {
    const world = new World();
    const client = new ReconnectingClient("wss://here/", world, plainOptions);
    void client.connect();
    world.socket.serverOpens();
    for (const text of ["a", "b"]) world.socket.serverSends(text);
    const heard: string[] = [];
    client.once("message", ({ data }) => heard.push(`once ${data}`));
    client.on("message", ({ data }) => heard.push(`on ${data}`));
    expect(heard).toEqual(["once a", "on b"]);
  });
});

describe("objects", () => {
  test("reconnecting 24: handleEvent is called on the object, and off takes it away", () => {
    const setup = new Setup();
    const listener = {
      heard: [] as unknown[],
      handleEvent({ type }: { type: string }): void {
        this.heard.push(type);
      },
    };
    setup.client.on("open", listener);
    setup.client.on("open", listener);
    setup.client.once("connected", listener);
    setup.open().world.socket.serverCloses();
    setup.pass(1000).world.socket.serverOpens();
    expect(listener.heard).toEqual(["open", "connected", "open"]);
    setup.client.off("open", listener);
    setup.client.off("open", listener);
    setup.client.reconnect();
    setup.world.socket.serverOpens();
    expect(listener.heard).toHaveLength(3);
  });
});

describe("assigned", () => {
  test("P30 reconnecting 24: onopen, onmessage, onerror and onclose hear what belongs to them", () => {
    const setup = new Setup();
    const { client } = setup;
    const heard: unknown[] = [];
    client.onopen = ({ url }) => heard.push(url);
    client.onmessage = ({ data }) => heard.push(data);
    client.onerror = ({ kind }) => heard.push(kind);
    client.onclose = ({ code }) => heard.push(code);
    setup.open().world.socket.serverSends("a");
    setup.world.socket.serverFails();
    setup.pass(1000).world.socket.serverOpens();
    expect(heard).toEqual(["wss://here/", "a", "connection", 1006, "wss://here/"]);
  });

  test("reconnecting 24: they read null before, are replaced in place, and null takes them off", () => {
    const setup = new Setup().open();
    const { client } = setup;
    const heard: string[] = [];
    expect([client.onopen, client.onclose, client.onerror, client.onmessage]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    client.onmessage = () => heard.push("first");
    client.on("message", () => heard.push("on"));
    const second = function (this: unknown): void {
      heard.push(this === client ? "second of the client" : "second of nobody");
    };
    client.onmessage = second;
    expect(client.onmessage).toBe(second);
    setup.world.socket.serverSends("x");
    client.onmessage = null;
    client.onclose = "no function" as never;
    expect([client.onmessage, client.onclose]).toEqual([null, null]);
    setup.world.socket.serverSends("x");
    expect(heard).toEqual(["second of the client", "on", "on"]);
  });
});

test("a listener that another one takes off hears nothing more, not even this event", () => {
  const setup = new Setup().open();
  const heard: string[] = [];
  const second = (): void => void heard.push("second");
  setup.client.on("message", () => setup.client.off("message", second));
  setup.client.on("message", second);
  setup.world.socket.serverSends("x");
  expect(heard).toEqual([]);
});

test("reconnecting 26: the constants of readyState stand on class and instance", () => {
  const { client } = new Setup();
  const values = ({
    CONNECTING,
    OPEN,
    CLOSING,
    CLOSED,
  }: typeof ReconnectingClient | typeof client): number[] => [CONNECTING, OPEN, CLOSING, CLOSED];
  expect([values(ReconnectingClient), values(client)]).toEqual([
    [0, 1, 2, 3],
    [0, 1, 2, 3],
  ]);
  expect(client.readyState).toBe(client.CLOSED);
});

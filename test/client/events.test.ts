// @vitest-environment node
import { describe, expect, test } from "vitest";
import { ReconnectingClient } from "../../src/client/client";
import { describe as lineOf } from "../../src/client/describe";
import { plainOptions } from "../../src/client/options";
import { preset, Setup } from "./support/client";
import { World } from "./support/world";

describe("listeners", () => {
  test("P09 K15 reconnecting 24: they survive a reconnection, and get what belongs to the event", () => {
    const setup = new Setup();
    const heard: unknown[] = [];
    setup.client.on("open", ({ url }) => heard.push(url));
    setup.client.on("message", ({ data, binary }) => heard.push([data, binary]));
    setup.client.on("close", ({ code, reason }) => heard.push([code, reason]));
    setup.open().world.socket.serverSends("a");
    setup.world.socket.serverCloses(1012, "restart");
    setup.pass(1000).world.socket.serverOpens();
    setup.world.socket.serverSends(new Uint8Array([1]));
    expect(heard).toEqual([
      "wss://here/",
      ["a", false],
      [1012, "restart"],
      "wss://here/",
      [new Uint8Array([1]), true],
    ]);
  });

  test("P19 P30 C35 reconnecting 24 28: taken off by what on returns, by off, twice, and all at once", () => {
    const setup = new Setup().open();
    const heard: string[] = [];
    const first = (): void => void heard.push("first");
    const stop = setup.client.on("message", first);
    setup.client.on("message", () => heard.push("second"));
    stop();
    stop();
    setup.client.off("message", first);
    setup.world.socket.serverSends("x");
    setup.client.off("message");
    setup.world.socket.serverSends("x");
    expect(heard).toEqual(["second"]);
  });

  test("reconnecting 27: events come in order; a listener that disconnects takes none from the others", () => {
    const setup = new Setup();
    const heard: string[] = [];
    setup.client.on("open", () => setup.client.disconnect());
    setup.client.on("open", () => heard.push("open"));
    setup.client.on("close", () => heard.push("close"));
    setup.open();
    expect(heard).toEqual(["open", "close"]);
    expect(setup.types()).toEqual(["state", "state", "open", "connected", "close", "state", "gave-up"]);
  });

  test("reconnecting 27: one that throws harms nobody and is told", () => {
    const setup = new Setup();
    setup.client.on("open", () => {
      throw new Error("mine");
    });
    setup.client.on("error", () => {
      throw new Error("and again");
    });
    const heard: string[] = [];
    setup.client.on("open", () => heard.push("open"));
    setup.open();
    expect(heard).toEqual(["open"]);
    expect(setup.told("error")).toMatchObject([
      { kind: "listener", message: "A listener of “open” threw: mine" },
    ]);
  });

  test("K46: messages that came before anybody listened go to the first listener, once", () => {
    const world = new World();
    const client = new ReconnectingClient("wss://here/", world, plainOptions);
    void client.connect();
    world.socket.serverOpens();
    world.socket.serverSends("welcome");
    const heard: unknown[] = [];
    client.on("message", ({ data }) => heard.push(data));
    client.on("message", ({ data }) => heard.push(data));
    expect(heard).toEqual(["welcome"]);
  });

  test("P21: the last message is empty before the first", () => {
    const setup = new Setup();
    expect(setup.client.lastMessage).toBeNull();
    setup.open().world.socket.serverSends("a");
    setup.world.socket.serverSends("b");
    expect(setup.client.lastMessage?.data).toBe("b");
  });
});

describe("the log", () => {
  test("every event has a line", () => {
    const setup = new Setup({
      ...preset("warpkit"),
      heartbeat: { ...preset("warpkit").heartbeat, answers: "json-ping" },
      attempts: 1,
      stableFor: 1000,
      bufferLimit: 1,
      auth: "a",
    });
    const { client, world } = setup;
    client.send("early");
    client.send("too much");
    client.join("a");
    setup.open();
    client.leave("a");
    client.join("b");
    setup.pass(25_000);
    world.socket.serverSends('{"type":"ping"}');
    world.socket.serverSends("3");
    setup.pass(30_000);
    setup.pass(250).world.socket.serverOpens();
    setup.pass(1000);
    world.online.turn(false);
    world.visible.turn(false);
    world.online.turn(true);
    world.visible.turn(true);
    world.socket.serverFails();
    client.disconnect();
    const lines = new Map(setup.events.map((event) => [event.type, lineOf(event)]));
    expect(Object.fromEntries(lines)).toEqual({
      buffered: "Kept 5 bytes until open: 1 message waiting",
      dropped: "Dropped 1 message of 8 bytes: the buffer is full",
      joined: "Joined b",
      state: "Disconnected (was connecting)",
      open: "Open",
      rejoined: "Joined again: b",
      flushed: "Sent 1 kept message",
      connected: "Connected again",
      left: "Left a: left by leave()",
      "ping-sent": "Ping sent: 2",
      message: "Received 1 byte",
      pong: "Pong after 0 ms",
      answered: 'Ping of the other side answered: {"type":"pong"}',
      "heartbeat-timeout": "No reply to the heartbeat within 5,000 ms",
      error: "Error (connection): The connection failed",
      close: "Closed by the other side with code 1006, not cleanly",
      reconnecting: "Attempt 1 in 0 ms: at once, as the page is visible again",
      stable: "Stable after 1,000 ms: attempts count from 0 again",
      paused: "Hidden: no attempts until visible",
      resumed: "Visible: connecting at once",
      "reconnect-error": "Attempt 1 failed: the attempt failed",
      "max-attempts": "All attempts are used up: 1",
      "gave-up": "Not reconnecting: the attempt failed, and no attempt is left of 1",
    });
  });

  test("a close by this client names code and reason, an open the subprotocol", () => {
    const setup = new Setup();
    void setup.client.connect();
    setup.world.socket.serverOpens("chat-v2");
    setup.client.disconnect(4001, "done");
    expect(setup.log()).toContain("Open with subprotocol chat-v2");
    expect(setup.log()).toContain("Closed by this client with code 4001 “done”");
  });
});

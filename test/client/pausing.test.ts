// @vitest-environment node
import { describe, expect, test } from "vitest";
import { preset, Setup } from "./support/client";

function aware(): Setup {
  return new Setup(preset("warpkit"));
}

describe("offline and online", () => {
  test("W29 C30: offline closes at once and makes no more attempts", () => {
    const setup = aware().open();
    setup.world.online.turn(false);
    expect(setup.world.alive).toEqual([]);
    expect(setup.told("close")).toMatchObject([{ by: "client", code: 1005 }]);
    setup.pass(1_000_000);
    expect(setup.world.sockets).toHaveLength(1);
    expect(setup.client.paused).toBe("offline");
    expect(setup.log().at(-1)).toBe("Offline: closed, and no attempts until online");
  });

  test("W30 W09 R-W9: online reconnects at once, without backoff, and connected says so", () => {
    const setup = aware().open();
    setup.world.online.turn(false);
    setup.world.online.turn(true);
    expect(setup.world.sockets).toHaveLength(2);
    expect(setup.told("reconnecting")).toMatchObject([{ attempt: 1, delay: 0, why: "online again" }]);
    setup.world.socket.serverOpens();
    expect(setup.told("connected").map((event) => event.reconnected)).toEqual([false, true]);
  });

  test("W29: offline ends the wait for an attempt, and an attempt that is under way", () => {
    const setup = aware().open();
    setup.world.random = () => 0.9;
    setup.world.socket.serverFails();
    setup.world.online.turn(false);
    expect(setup.world.clock.pending).toBe(0);
    setup.world.online.turn(true);
    expect(setup.world.alive).toHaveLength(1);
    setup.world.online.turn(false);
    expect(setup.world.alive).toEqual([]);
    expect(setup.client.attempt).toBe(1);
  });

  test("P29 W29: connect while offline waits for online", () => {
    const setup = aware();
    setup.world.online.turn(false);
    void setup.client.connect();
    expect(setup.world.sockets).toEqual([]);
    expect(setup.log().at(-1)).toBe("Offline: no attempts until online");
    setup.world.online.turn(true);
    setup.world.socket.serverOpens();
    expect(setup.told("connected")).toMatchObject([{ reconnected: false }]);
  });

  test("C30: a preset that is not aware ignores both", () => {
    const setup = new Setup(preset("philjs")).open();
    setup.world.online.turn(false);
    setup.world.visible.turn(false);
    expect(setup.client.state).toBe("connected");
    setup.world.socket.serverFails();
    expect(setup.pass(1000).world.sockets).toHaveLength(2);
  });
});

describe("hidden and visible", () => {
  test("W31 R-W14: hidden keeps an open socket and its heartbeat, but a loss is not retried", () => {
    const setup = aware().open();
    setup.world.visible.turn(false);
    setup.pass(25_000);
    expect(setup.sent()).toEqual([["2"]]);
    setup.world.socket.serverFails();
    setup.pass(1_000_000);
    expect(setup.world.sockets).toHaveLength(1);
    expect(setup.log().at(-1)).toBe("Hidden: no attempts until visible");
  });

  test("W31 W32: hidden stops the wait, visible goes on at once", () => {
    const setup = aware().open();
    setup.world.socket.serverFails();
    setup.world.visible.turn(false);
    expect(setup.world.clock.pending).toBe(0);
    setup.world.visible.turn(true);
    expect(setup.world.sockets).toHaveLength(2);
    expect(setup.told("resumed")).toMatchObject([{ why: "visible" }]);
  });

  test("W30 W31: online while hidden still waits for visible", () => {
    const setup = aware().open();
    setup.world.visible.turn(false);
    setup.world.online.turn(false);
    setup.world.online.turn(true);
    expect(setup.world.sockets).toHaveLength(1);
    expect(setup.client.paused).toBe("hidden");
    setup.world.visible.turn(true);
    expect(setup.world.sockets).toHaveLength(2);
  });
});

test("W33 R-W6: after disconnect neither online nor visible reconnects, until connect", () => {
  const setup = aware().open();
  setup.client.disconnect();
  for (const value of [false, true]) {
    setup.world.online.turn(value);
    setup.world.visible.turn(value);
  }
  expect(setup.pass(1_000_000).world.sockets).toHaveLength(1);
  expect(setup.world.online.listeners.size + setup.world.visible.listeners.size).toBe(0);
  setup.open();
  expect(setup.client.state).toBe("connected");
});

test("W33: disconnect while offline is final too", () => {
  const setup = aware().open();
  setup.world.online.turn(false);
  setup.client.disconnect();
  setup.world.online.turn(true);
  expect(setup.pass(1_000_000).world.alive).toEqual([]);
  expect(setup.client.paused).toBeNull();
});

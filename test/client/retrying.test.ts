// @vitest-environment node
import { describe, expect, test } from "vitest";
import { preset, Setup } from "./support/client";

function failTimes(setup: Setup, times: number): void {
  for (let i = 0; i < times; i++) setup.pass(60_000).world.socket.serverFails();
}

describe("retrying", () => {
  test.each([0, 1, 5])("P26 W35 K11 K18 reconnecting 6: %i attempts, then silence", (attempts) => {
    const setup = new Setup({ attempts });
    void setup.client.connect();
    setup.world.socket.serverFails();
    failTimes(setup, attempts);
    setup.pass(1_000_000);
    expect(setup.world.sockets).toHaveLength(attempts + 1);
    expect(setup.told("error")).toHaveLength(attempts + 1);
    expect(setup.told("reconnect-error").map((event) => event.attempt)).toEqual(
      Array.from({ length: attempts }, (_, i) => i + 1),
    );
    expect(setup.told("max-attempts")).toMatchObject([{ attempts }]);
    expect(setup.told("gave-up")).toHaveLength(1);
    expect(setup.client.state).toBe("disconnected");
    expect(setup.world.clock.pending).toBe(0);
  });

  test("P04 K09 K47 C10: without reconnect nothing follows, and it says so", () => {
    const setup = new Setup(preset("recker")).open();
    setup.world.socket.serverCloses(1012, "restart");
    expect(setup.log().at(-1)).toBe(
      "Not reconnecting: connection closed with code 1012 “restart”, and reconnect is off",
    );
    expect(setup.world.clock.pending).toBe(0);
  });

  test("P27 G09 K16 K29: attempts are counted, and from 0 again at open", () => {
    const setup = new Setup().open();
    setup.world.socket.serverFails();
    expect(setup.client.attempt).toBe(1);
    setup.pass(1000).world.socket.serverFails();
    expect(setup.client.attempt).toBe(2);
    setup.pass(2000).world.socket.serverOpens();
    expect(setup.client.attempt).toBe(0);
    setup.world.socket.serverFails();
    expect(setup.told("reconnecting").map(({ attempt, delay }) => [attempt, delay])).toEqual([
      [1, 1000],
      [2, 2000],
      [1, 1000],
    ]);
  });

  test("reconnecting 8 12: shorter connections than the minimum go on growing the delay", () => {
    const setup = new Setup({ stableFor: 5000 }).open();
    setup.world.socket.serverFails();
    setup.pass(1000).world.socket.serverOpens();
    setup.pass(4999).world.socket.serverFails();
    expect(setup.told("reconnecting").at(-1)).toMatchObject({ attempt: 2, delay: 2000 });
    setup.pass(2000).world.socket.serverOpens();
    setup.pass(5000);
    expect(setup.log().at(-1)).toBe("Stable after 5,000 ms: attempts count from 0 again");
    setup.world.socket.serverFails();
    expect(setup.told("reconnecting").at(-1)).toMatchObject({ attempt: 1, delay: 1000 });
  });

  test("reconnecting 12: short connections use up the limit", () => {
    const setup = new Setup({ stableFor: 5000, attempts: 2 }).open();
    for (let i = 0; i < 2; i++) {
      setup.world.socket.serverCloses(1011);
      setup.pass(60_000 - 5000);
      setup.world.socket.serverOpens();
    }
    setup.world.socket.serverCloses(1011);
    expect(setup.told("max-attempts")).toHaveLength(1);
  });

  test("G08 C21 reconnecting 9: a clean close is followed by an attempt", () => {
    const setup = new Setup(preset("guide")).open();
    setup.world.socket.serverCloses(1000);
    expect(setup.client.state).toBe("reconnecting");
  });

  test("P28 C21 reconnecting 9: or not, decided before the listeners run", () => {
    const setup = new Setup({ reconnectAfterClean: false });
    const states: string[] = [];
    setup.client.on("close", () => states.push(setup.client.state));
    setup.open().world.socket.serverCloses(1000, "bye");
    expect(states).toEqual(["disconnected"]);
    expect(setup.told("gave-up")).toMatchObject([{ clean: true }]);
    setup.open().world.socket.serverCloses(1001);
    expect(setup.client.state).toBe("reconnecting");
  });

  test("reconnecting 10: fatal codes end it whatever the limit, and say which code", () => {
    const setup = new Setup(preset("graphql-ws")).open();
    setup.world.socket.serverCloses(4401, "Unauthorized");
    expect(setup.log().at(-1)).toBe("Not reconnecting: close code 4401 is fatal");
    setup.open().world.socket.serverCloses(4403, "Forbidden");
    expect(setup.client.state).toBe("reconnecting");
  });

  test("C36: each decision carries its formula and its numbers", () => {
    const setup = new Setup(preset("warpkit")).open();
    setup.world.random = () => 0.4355;
    setup.world.socket.serverFails();
    setup.pass(217).world.socket.serverFails();
    setup.pass(435).world.socket.serverFails();
    setup.pass(871).world.socket.serverFails();
    expect(setup.told("reconnecting").at(-1)).toMatchObject({
      attempt: 4,
      delay: 1742,
      chosen: 1742,
      floor: 0,
      ceiling: 4000,
      why: "the attempt failed",
    });
    expect(setup.log().at(-1)).toBe("Attempt 4 in 1,742 ms: full jitter of 0-4,000 ms");
  });

  test("K31 reconnecting 15: reconnect works after the attempts ran out, and counts from 0", () => {
    const setup = new Setup({ attempts: 1 }).open();
    failTimes(setup, 2);
    expect(setup.client.state).toBe("disconnected");
    setup.client.reconnect();
    setup.world.socket.serverFails();
    expect(setup.told("reconnecting").at(-1)).toMatchObject({ attempt: 1, delay: 1000 });
  });

  test("reconnecting 16: many reconnects end in one live socket and one close event each", () => {
    const setup = new Setup();
    for (let i = 0; i < 4; i++) setup.client.reconnect();
    expect(setup.world.alive).toHaveLength(1);
    setup.world.socket.serverOpens();
    for (const socket of setup.world.sockets.slice(0, -1)) socket.serverOpens();
    expect(setup.told("connected")).toHaveLength(1);
    expect(setup.told("close")).toHaveLength(3);
    setup.client.disconnect();
    setup.client.reconnect();
    expect(setup.told("close")).toHaveLength(4);
    expect(setup.world.alive).toHaveLength(1);
  });
});

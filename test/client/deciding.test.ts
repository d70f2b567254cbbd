// @vitest-environment node
import { describe, expect, test } from "vitest";
import { Setup } from "./support/client";

describe("shouldReconnect", () => {
  test("reconnecting 9 10: it is asked once per close, with code and reason, before the listeners run", () => {
    const setup = new Setup();
    const order: unknown[] = [];
    setup.client.on("close", ({ code }) => order.push(`heard ${code}`));
    setup.client.shouldReconnect = ({ code, reason, clean }) => {
      order.push([code, reason, clean]);
      return code !== 4403;
    };
    setup.open().world.socket.serverCloses(1012, "restart");
    setup.pass(1000).world.socket.serverOpens();
    setup.world.socket.serverCloses(4403, "Forbidden");
    expect(order).toEqual([[1012, "restart", true], "heard 1012", [4403, "Forbidden", true], "heard 4403"]);
    expect(setup.log().at(-1)).toBe(
      "Not reconnecting: connection closed with code 4403 “Forbidden”, and shouldReconnect says no",
    );
    expect(setup.world.clock.pending).toBe(0);
  });

  test("reconnecting 9: the state is final when the close listeners run", () => {
    const setup = new Setup();
    const states: string[] = [];
    setup.client.on("close", () => states.push(setup.client.state));
    setup.client.shouldReconnect = () => false;
    setup.open().world.socket.serverCloses(1001);
    expect(states).toEqual(["disconnected"]);
  });

  test("reconnecting 10 11: a failed attempt is asked about too, a close of our own is not", () => {
    const setup = new Setup({ connectionTimeout: 500 });
    const asked: number[] = [];
    setup.client.shouldReconnect = ({ code }) => asked.push(code) > 0;
    void setup.client.connect();
    setup.world.socket.serverFails();
    expect(asked).toEqual([1006]);
    setup.pass(1000 + 500);
    setup.client.reconnect();
    setup.world.socket.serverOpens();
    setup.client.disconnect();
    expect(asked).toEqual([1006]);
  });

  test("it cannot allow what the options forbid", () => {
    const setup = new Setup({ fatalCodes: [4401], attempts: 0 });
    setup.client.shouldReconnect = () => true;
    setup.open().world.socket.serverCloses(4401);
    expect(setup.log().at(-1)).toBe("Not reconnecting: close code 4401 is fatal");
    setup.open().world.socket.serverFails();
    expect(setup.client.state).toBe("disconnected");
  });

  test("one that throws is told as a listener's error, and the client reconnects", () => {
    const setup = new Setup().open();
    setup.client.shouldReconnect = () => {
      throw new Error("mine");
    };
    setup.world.socket.serverCloses();
    expect(setup.told("error")).toMatchObject([{ kind: "listener", message: "shouldReconnect threw: mine" }]);
    expect(setup.client.state).toBe("reconnecting");
  });

  test("it may call the client: disconnect and reconnect hold, and there is one socket", () => {
    const setup = new Setup().open();
    setup.client.shouldReconnect = () => {
      setup.client.reconnect();
      return true;
    };
    setup.world.socket.serverFails();
    expect([setup.client.state, setup.world.alive.length]).toEqual(["connecting", 1]);
    setup.client.shouldReconnect = () => {
      setup.client.disconnect();
      return true;
    };
    setup.world.socket.serverFails();
    expect([setup.client.state, setup.world.alive.length]).toEqual(["disconnected", 0]);
    expect(setup.told("close")).toHaveLength(2);
    expect(setup.world.clock.pending).toBe(0);
  });

  test("null takes it away", () => {
    const setup = new Setup().open();
    setup.client.shouldReconnect = () => false;
    setup.client.shouldReconnect = null;
    expect(setup.client.shouldReconnect).toBeNull();
    setup.world.socket.serverCloses();
    expect(setup.client.state).toBe("reconnecting");
  });
});

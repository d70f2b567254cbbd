// @vitest-environment node
import { describe, expect, test } from "vitest";
import { closeArguments, cutReason } from "../../src/client/close-arguments";
import { Setup } from "./support/client";

describe("closing", () => {
  test("reconnecting 13: disconnect before open: no open, one close, no later error", () => {
    const setup = new Setup();
    void setup.client.connect();
    setup.client.disconnect();
    setup.world.socket.serverOpens();
    setup.world.socket.serverFails();
    expect(setup.types()).toEqual(["state", "close", "state", "gave-up"]);
    expect(setup.told("close")).toMatchObject([{ code: 1006, clean: false }]);
    expect(setup.client.readyState).toBe(3);
  });

  test("reconnecting 14: many times, also inside a close listener: one close event", () => {
    const setup = new Setup();
    setup.client.on("close", () => setup.client.disconnect());
    setup.open().client.disconnect();
    setup.client.disconnect();
    expect(setup.told("close")).toHaveLength(1);
    expect(setup.told("gave-up")).toHaveLength(1);
  });

  test("P13 R-P5 reconnecting 15: disconnect while an attempt is waited for leaves no timer", () => {
    const setup = new Setup().open();
    setup.world.socket.serverFails();
    setup.client.disconnect();
    expect(setup.world.clock.pending).toBe(0);
    setup.pass(1_000_000);
    expect(setup.world.sockets).toHaveLength(1);
    expect(setup.log().at(-1)).toBe("Not reconnecting: closed by disconnect()");
  });

  test("W12 C22: connect after disconnect brings the automatic reconnection back", () => {
    const setup = new Setup().open();
    setup.client.disconnect();
    setup.open().world.socket.serverFails();
    setup.pass(1000);
    expect(setup.world.sockets).toHaveLength(3);
  });

  test("K26 K44 reconnecting 17: code and reason reach the server and the event", () => {
    const setup = new Setup().open();
    setup.client.disconnect(1000, "Client closing");
    expect(setup.world.socket.closes).toEqual([[1000, "Client closing"]]);
    expect(setup.told("close")).toMatchObject([
      { code: 1000, reason: "Client closing", clean: true, by: "client" },
    ]);
  });

  test("W10 R-W10 R-W12: disconnect without a code is told too, as 1005", () => {
    const setup = new Setup().open();
    setup.client.disconnect();
    expect(setup.world.socket.closes).toEqual([[undefined, undefined]]);
    expect(setup.told("close")).toMatchObject([{ code: 1005, reason: "" }]);
  });

  test("reconnecting 18: it ends at once though the server never answers", () => {
    const setup = new Setup().open();
    setup.client.disconnect();
    expect(setup.client.state).toBe("disconnected");
    setup.world.socket.serverSends("late");
    setup.world.socket.serverCloses(1011);
    expect(setup.told("message")).toEqual([]);
    expect(setup.told("close")).toHaveLength(1);
  });

  test.each([999, 1001, 1005, 1006, 1011, 2999, 5000, 3000.5])(
    "K26 R-K8: code %d is refused, and nothing is closed",
    (code) => {
      const setup = new Setup().open();
      expect(() => setup.client.disconnect(code)).toThrow(RangeError);
      expect(setup.client.state).toBe("connected");
    },
  );

  test.each([1000, 3000, 4000, 4999])("K26 U34: code %d is allowed", (code) => {
    expect(closeArguments(code, "x")).toEqual({ code, reason: "x" });
  });

  test("reconnecting 31 K26: a reason is cut to 123 bytes between characters", () => {
    const bytes = (text: string): number => new TextEncoder().encode(text).length;
    expect(cutReason("a".repeat(124))).toBe("a".repeat(123));
    expect(cutReason("€".repeat(50))).toBe("€".repeat(41));
    expect(bytes(cutReason(`a${"😀".repeat(40)}`))).toBe(121);
    expect(cutReason("short")).toBe("short");
    const setup = new Setup().open();
    setup.client.disconnect(4000, "a".repeat(200));
    expect(setup.told("close")[0]?.reason).toHaveLength(123);
  });

  test("a reason without a code goes with 1000, as a socket drops it otherwise", () => {
    expect(closeArguments(undefined, "bye")).toEqual({ code: 1000, reason: "bye" });
  });
});

// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import type { Handler } from "../../demo/server";
import { connected, deferred, serve } from "./support/client";

function fail(): never {
  throw new Error("boom");
}

const INTERNAL_ERROR = { code: 1011, reason: "Internal error" };

describe("a callback that fails", () => {
  it.each<[string, Partial<Handler>]>([
    ["onConnect throws", { onConnect: fail }],
    ["onConnect rejects", { onConnect: async () => fail() }],
    ["onMessage throws", { onMessage: fail }],
    ["onMessage rejects", { onMessage: async () => fail() }],
  ])("%s: 1011 for it, after onError, and nobody else notices", async (_, callbacks) => {
    const errors: string[] = [];
    const { url } = await serve([
      { pattern: "/bad", onError: (_conn, error) => errors.push(error.message), ...callbacks },
      { pattern: "/good", onMessage: (conn, data) => conn.send(data) },
    ]);
    const good = await connected(`${url}/good`);
    const bad = await connected(`${url}/bad`);
    bad.socket.send("go");
    expect(await bad.closed).toEqual(INTERNAL_ERROR);
    expect(errors).toEqual(["boom"]);
    good.socket.send("still here");
    expect(await good.next()).toBe("still here");
    await connected(`${url}/good`);
  });

  it("calls onClose after a failed onConnect, so that it can clean up", async () => {
    const code = deferred<number>();
    const { url } = await serve([
      {
        pattern: "/ws",
        onConnect: fail,
        onError: () => undefined,
        onClose: (_, number) => code.resolve(number),
      },
    ]);
    await connected(`${url}/ws`);
    expect(await code.promise).toBe(1011);
  });

  it("onClose: tells onError", async () => {
    const message = deferred<string>();
    const { url } = await serve([
      { pattern: "/ws", onClose: async () => fail(), onError: (_, error) => message.resolve(error.message) },
    ]);
    (await connected(`${url}/ws`)).socket.close();
    expect(await message.promise).toBe("boom");
  });

  it("lets onError choose another code", async () => {
    const { url } = await serve([
      { pattern: "/ws", onMessage: fail, onError: (conn) => conn.close(1000, "Timeout") },
    ]);
    const client = await connected(`${url}/ws`);
    client.socket.send("go");
    expect(await client.closed).toEqual({ code: 1000, reason: "Timeout" });
  });

  it.each<[string, Handler["onError"]]>([
    ["throws", fail],
    ["rejects", async () => fail()],
  ])("survives an onError that %s", async (_, onError) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { url } = await serve([{ pattern: "/ws", onMessage: fail, onError }]);
    const client = await connected(`${url}/ws`);
    client.socket.send("go");
    expect(await client.closed).toEqual(INTERNAL_ERROR);
    expect(log).toHaveBeenCalledWith("/ws: onError failed:", new Error("boom"));
    log.mockRestore();
  });

  it("is logged when there is no onError, whatever was thrown", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { url } = await serve([{ pattern: "/ws", onMessage: () => Promise.reject("just text") }]);
    const client = await connected(`${url}/ws`);
    client.socket.send("go");
    expect(await client.closed).toEqual(INTERNAL_ERROR);
    expect(log).toHaveBeenCalledWith("/ws:", new Error("just text"));
    log.mockRestore();
  });
});

describe("a peer that breaks the protocol", () => {
  it("is closed with the code of its mistake, and onError is told", async () => {
    const errors: string[] = [];
    const { url } = await serve([{ pattern: "/ws", onError: (_, error) => errors.push(error.message) }]);
    const client = await connected(`${url}/ws`);
    client.socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    expect(await client.closed).toMatchObject({ code: 1007 });
    expect(errors).toEqual(["Invalid WebSocket frame: invalid UTF-8 sequence"]);
  });
});

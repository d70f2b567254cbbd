// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { AuthResult, Handler } from "../../demo/server";
import { connect, connected, deferred, ECHO, reached, serve } from "./support/client";

function guarded(authenticate: Handler["authenticate"], calls: unknown[] = []): Handler {
  return {
    pattern: "/ws/private",
    authenticate,
    onConnect: (conn) => conn.send({ type: "authenticated", ...Object(conn.authData) }),
    onMessage: (conn, data) => conn.send({ echo: data }),
    onClose: (_, code) => calls.push(["close", code]),
    onError: (_, error) => calls.push(["error", error.message]),
  };
}

describe("authenticate", () => {
  it.each([
    [4001, "No token provided"],
    [4002, "Invalid token"],
  ])("refuses with %d after the upgrade, where a page can see it", async (code, reason) => {
    const calls: unknown[] = [];
    const { url } = await serve([guarded(async () => ({ success: false, code, reason }), calls)]);
    const client = await connected(`${url}/ws/private`);
    expect(await client.closed).toEqual({ code, reason });
    expect(calls).toEqual([]);
  });

  it("refuses without being async, and cuts the reason", async () => {
    const { url } = await serve([guarded(() => ({ success: false, code: 4001, reason: "x".repeat(500) }))]);
    expect(await connect(`${url}/ws/private`).closed).toEqual({ code: 4001, reason: "x".repeat(123) });
  });

  it("refuses with 1008 when it names no code", async () => {
    const { url } = await serve([guarded(() => ({ success: false }))]);
    expect(await connect(`${url}/ws/private`).closed).toEqual({ code: 1008, reason: "" });
  });

  it("keeps its data as authData", async () => {
    const { url } = await serve([
      guarded((req) => ({ success: true, data: { user: { name: req.headers["x-user"] } } })),
    ]);
    const client = connect(`${url}/ws/private`, { headers: { "x-user": "Robin" } });
    expect(await client.json()).toEqual({ type: "authenticated", user: { name: "Robin" } });
  });

  it.each<[string, Handler["authenticate"], string]>([
    ["throws", () => Promise.reject(new Error("no database")), "no database"],
    ["answers something else", () => true as unknown as AuthResult, "must return {success: true, data}"],
    [
      "refuses with an impossible code",
      () => ({ success: false, code: 1006 }),
      "Close code 1006 cannot be sent",
    ],
  ])("closes with 1011 when it %s", async (_, authenticate, message) => {
    const calls: unknown[] = [];
    const { url } = await serve([guarded(authenticate, calls)]);
    expect(await connect(`${url}/ws/private`).closed).toEqual({ code: 1011, reason: "Internal error" });
    expect(calls).toEqual([["error", expect.stringContaining(message)]]);
  });

  it("keeps frames that arrive meanwhile, in order, for after onConnect", async () => {
    const decision = deferred<AuthResult>();
    const { url } = await serve([guarded(() => decision.promise), ECHO]);
    const client = await connected(`${url}/ws/private`);
    for (let n = 0; n < 50; n += 1) client.send(n);
    await reached(url);
    decision.resolve({ success: true });
    expect(await client.json()).toEqual({ type: "authenticated" });
    for (let n = 0; n < 50; n += 1) expect(await client.json()).toEqual({ echo: n });
  });

  it("keeps them until an async onConnect is through", async () => {
    const calls: unknown[] = [];
    const connecting = deferred<void>();
    const ended = deferred<void>();
    const { url } = await serve([
      {
        pattern: "/ws",
        async onConnect(conn) {
          conn.send("hello");
          await connecting.promise;
          calls.push("connected");
        },
        onMessage: (conn, data) => {
          calls.push(data);
          conn.close();
        },
        onClose: () => {
          calls.push("closed");
          ended.resolve();
        },
      },
      ECHO,
    ]);
    const client = await connected(`${url}/ws`);
    client.socket.send("early");
    expect(await client.next()).toBe("hello");
    await reached(url);
    connecting.resolve();
    await ended.promise;
    expect(calls).toEqual(["connected", "early", "closed"]);
  });

  it("still hands on what a client said that left while it was asked", async () => {
    const calls: unknown[] = [];
    const decision = deferred<AuthResult>();
    const ended = deferred<void>();
    const { url } = await serve([
      {
        pattern: "/ws",
        authenticate: () => decision.promise,
        onConnect: () => calls.push("connect"),
        onMessage: (_, data) => calls.push(data),
        onClose: (_, code) => {
          calls.push(code);
          ended.resolve();
        },
      },
      ECHO,
    ]);
    const client = await connected(`${url}/ws`);
    client.socket.send("last words");
    client.socket.close(4000);
    await reached(url);
    decision.resolve({ success: true });
    await ended.promise;
    expect(calls).toEqual(["connect", "last words", 4000]);
  });

  it("keeps a connection out of broadcasts until it is admitted", async () => {
    const decision = deferred<AuthResult>();
    let first = true;
    const { url } = await serve([
      {
        pattern: "/ws",
        authenticate: () => {
          if (!first) return decision.promise;
          first = false;
          return { success: true };
        },
        onConnect: (conn) => conn.send("connected"),
        onMessage: (conn) => conn.broadcast("secret", { includeSelf: true }),
      },
    ]);
    const inside = await connected(`${url}/ws`);
    const outside = await connected(`${url}/ws`);
    expect(await inside.next()).toBe("connected");
    inside.socket.send("tell");
    expect(await inside.next()).toBe("secret");
    decision.resolve({ success: true });
    expect(await outside.next()).toBe("connected");
  });
});

// @vitest-environment node
import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createMockServer } from "../../demo/server";
import { connect, connected, deferred, serve } from "./support/client";

const echo = {
  pattern: "/ws/chat",
  onMessage: (conn: { send(data: unknown): void }, data: unknown) => conn.send(data),
};

describe("paths", () => {
  it("puts the prefix before every pattern", async () => {
    const { url } = await serve([echo], { endpointPrefix: "/api/" });
    await connected(`${url}/api/ws/chat?x=1`);
    expect(await connect(`${url}/ws/chat`).failed).toBe("Unexpected server response: 404");
  });

  it("answers an unknown path with 404 and goes on", async () => {
    const { url } = await serve([echo]);
    expect(await connect(`${url}/ws/nothing`).failed).toBe("Unexpected server response: 404");
    await connected(`${url}/ws/chat`);
  });

  it("lets the first pattern that matches answer", async () => {
    const { url } = await serve([
      { pattern: "/ws/{any}", onConnect: (conn) => conn.send("variable") },
      { pattern: "/ws/chat", onConnect: (conn) => conn.send("literal") },
    ]);
    expect(await connect(`${url}/ws/chat`).next()).toBe("variable");
  });

  it("asks for an upgrade where plain HTTP meets a handler, and knows nothing else without files", async () => {
    const { url } = await serve([echo]);
    const http = url.replace("ws:", "http:");
    expect((await fetch(`${http}/ws/chat`)).status).toBe(426);
    expect((await fetch(`${http}/`)).status).toBe(404);
  });

  it("refuses a prefix or pattern that is no path", () => {
    expect(() => createMockServer({ endpointPrefix: "api", wsHandlers: [] })).toThrow('must start with "/"');
    expect(() => createMockServer({ wsHandlers: [{ pattern: "chat" }] })).toThrow('starts with "/"');
  });
});

describe("listen", () => {
  it("listens on 127.0.0.1 only and picks a free port", async () => {
    const { url } = await serve([]);
    expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:[1-9]\d*$/);
  });

  it("says so when the port is in use", async () => {
    const { url } = await serve([]);
    const port = Number(new URL(url).port);
    const second = createMockServer({ wsHandlers: [] });
    await expect(second.listen(port)).rejects.toThrow(
      `Cannot listen on 127.0.0.1:${port}: the port is in use`,
    );
  });

  it.each([-1, 65536, 1.5, Number.NaN])("refuses port %d", async (port) => {
    const server = createMockServer({ wsHandlers: [] });
    await expect(server.listen(port)).rejects.toThrow(`Port ${port} is not a whole number from 0 to 65535`);
  });

  it("refuses to listen twice, or after close", async () => {
    const { server } = await serve([]);
    await expect(server.listen()).rejects.toThrow("already listening");
    await server.close();
    await expect(server.listen()).rejects.toThrow("was closed");
  });
});

describe("close", () => {
  it("ends every connection with 1001, runs onClose and frees the port", async () => {
    const codes: number[] = [];
    const { server, url } = await serve([{ ...echo, onClose: (_, code) => codes.push(code) }]);
    const clients = [await connected(`${url}/ws/chat`), await connected(`${url}/ws/chat`)];
    await server.close();
    for (const client of clients) {
      expect(await client.closed).toEqual({ code: 1001, reason: "Server is shutting down" });
    }
    expect(codes).toEqual([1001, 1001]);
    const next = createMockServer({ wsHandlers: [] });
    await next.listen(Number(new URL(url).port));
    await next.close();
  });

  it("reaches a connection whose authenticate never answers, without cutting it", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const { server, url } = await serve([{ pattern: "/ws", authenticate: () => new Promise(() => {}) }]);
    const client = await connected(`${url}/ws`);
    await server.close();
    expect(await client.closed).toMatchObject({ code: 1001 });
  });

  it("still calls onClose after onConnect when that is not through yet", async () => {
    const calls: string[] = [];
    const connecting = deferred<void>();
    const ended = deferred<void>();
    const { server, url } = await serve([
      {
        pattern: "/ws",
        onConnect: async () => {
          await connecting.promise;
          calls.push("connected");
        },
        onClose: () => {
          calls.push("closed");
          ended.resolve();
        },
      },
    ]);
    await connected(`${url}/ws`);
    await server.close();
    connecting.resolve();
    await ended.promise;
    expect(calls).toEqual(["connected", "closed"]);
  });

  it("does not wait for a peer that never answers the close frame, nor for idle HTTP connections", async () => {
    const reached = deferred<void>();
    const { server, url } = await serve([{ pattern: "/ws", onConnect: () => reached.resolve() }]);
    const deaf = connectTcp(Number(new URL(url).port), "127.0.0.1");
    const idle = connectTcp(Number(new URL(url).port), "127.0.0.1");
    for (const socket of [deaf, idle]) {
      socket.on("error", () => undefined);
      onTestFinished(() => void socket.destroy());
      await once(socket, "connect");
    }
    deaf.write(
      "GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
    await reached.promise;
    await server.close();
  });

  it("may be called twice, and before listen", async () => {
    const server = createMockServer({ wsHandlers: [] });
    await Promise.all([server.close(), server.close()]);
  });
});

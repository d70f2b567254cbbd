// @vitest-environment node
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connected, deferred, serve } from "./support/client";

const INTERVAL = 30_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});

afterEach(() => {
  vi.useRealTimers();
});

async function start(autoPong: boolean) {
  const ended = deferred<number>();
  const { url } = await serve([
    {
      pattern: "/ws",
      heartbeat: INTERVAL,
      onMessage: (conn, data) => conn.send(data),
      onClose: (_, code) => ended.resolve(code),
    },
  ]);
  const client = await connected(`${url}/ws`, { autoPong });
  await roundTrip(client);
  return { client, ended };
}

async function roundTrip(client: Awaited<ReturnType<typeof connected>>): Promise<void> {
  client.socket.send("fence");
  await client.next();
}

describe("heartbeat", () => {
  it("pings every interval for as long as pongs come back", async () => {
    const { client } = await start(true);
    for (let beat = 0; beat < 5; beat += 1) {
      const pinged = once(client.socket, "ping");
      vi.advanceTimersByTime(INTERVAL);
      await pinged;
      await roundTrip(client);
    }
    expect(client.socket.readyState).toBe(client.socket.OPEN);
  });

  it("terminates a connection that missed a pong: 1006 on both sides", async () => {
    const { client, ended } = await start(false);
    const pinged = once(client.socket, "ping");
    vi.advanceTimersByTime(INTERVAL);
    await pinged;
    vi.advanceTimersByTime(INTERVAL);
    expect(await client.closed).toEqual({ code: 1006, reason: "" });
    expect(await ended.promise).toBe(1006);
  });

  it("leaves no timer behind", async () => {
    const { client, ended } = await start(true);
    expect(vi.getTimerCount()).toBe(1);
    client.socket.close();
    await ended.promise;
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([0, -1, Number.NaN, 2 ** 31])("refuses an interval of %d", async (heartbeat) => {
    await expect(serve([{ pattern: "/ws", heartbeat }])).rejects.toThrow("heartbeat of /ws must be 1 to");
  });
});

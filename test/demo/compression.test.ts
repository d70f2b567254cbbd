// @vitest-environment node
import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Handler } from "../../demo/server";
import { connected, serve } from "./support/client";

function talker(compression?: Handler["compression"]): Handler {
  return { pattern: "/ws", compression, onMessage: (conn, data) => conn.send("x".repeat(Number(data))) };
}

const DEFLATE = { perMessageDeflate: true };

/** First byte of the frame that answers a request for `bytes` bytes, read from the bare TCP stream. */
async function firstByte(url: string, bytes: number): Promise<number | undefined> {
  const tcp = connectTcp(Number(new URL(url).port), "127.0.0.1");
  onTestFinished(() => void tcp.destroy());
  const handshake = [
    "GET /ws HTTP/1.1",
    "Host: localhost",
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Extensions: permessage-deflate",
  ];
  tcp.write(`${handshake.join("\r\n")}\r\n\r\n`);
  await once(tcp, "data");
  const text = Buffer.from(String(bytes));
  tcp.write(Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), text]));
  const [frame] = await once(tcp, "data");
  return frame[0];
}

describe("compression", () => {
  it("is negotiated where it is enabled", async () => {
    const { url } = await serve([talker({ enabled: true, threshold: 1024 })]);
    const { socket } = await connected(`${url}/ws`, DEFLATE);
    expect(socket.extensions).toContain("permessage-deflate");
  });

  it.each([undefined, { enabled: false }])("is not where it is %j", async (compression) => {
    const { url } = await serve([talker(compression)]);
    const { socket } = await connected(`${url}/ws`, DEFLATE);
    expect(socket.extensions).toBe("");
  });

  it("compresses only messages larger than the threshold", async () => {
    const { url } = await serve([talker({ enabled: true, threshold: 100 })]);
    expect(await firstByte(url, 24)).toBe(0x81);
    expect(await firstByte(url, 100)).toBe(0x81);
    expect(await firstByte(url, 101)).toBe(0xc1);
  });

  it("has a threshold of 1024 bytes by default", async () => {
    const { url } = await serve([talker({ enabled: true })]);
    expect(await firstByte(url, 1024)).toBe(0x81);
    expect(await firstByte(url, 1025)).toBe(0xc1);
  });

  it("reads what a compressing client sends, both ways", async () => {
    const { url } = await serve([talker({ enabled: true, threshold: 0 })]);
    const client = await connected(`${url}/ws`, { perMessageDeflate: { threshold: 0 } });
    client.socket.send("5000");
    expect(await client.next()).toBe("x".repeat(5000));
  });

  it("refuses a threshold that is no number of bytes", async () => {
    await expect(serve([talker({ enabled: true, threshold: -1 })])).rejects.toThrow(
      "compression.threshold of /ws must be a number of bytes, not -1",
    );
  });
});

// @vitest-environment node
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { startDemo } from "../../demo/start-demo";
import { type Client, connect, connected } from "./support/client";

async function start() {
  const demo = await startDemo();
  onTestFinished(() => demo.close());
  return { demo, ws: demo.url.replace("http:", "ws:") };
}

/** The next JSON frame of this kind; the bots may say something in between. */
async function until(client: Client, type: string) {
  for (;;) {
    const frame = await client.json();
    if (frame.type === type) return frame;
  }
}

describe("the demo page", () => {
  it.each([
    ["/", "text/html"],
    ["/frame.html", "text/html"],
    ["/app.js", "text/javascript"],
    ["/base.css", "text/css"],
    ["/logo.svg", "image/svg+xml"],
  ])("serves %s", async (path, type) => {
    const { demo } = await start();
    const res = await fetch(demo.url + path);
    expect(res.status).toBe(200);
    expect(res.headers.get("content-type")).toContain(type);
  });

  it("opens a socket in its very first script", async () => {
    const { demo } = await start();
    const html = await (await fetch(demo.url)).text();
    expect(html).toMatch(/<head>\s*<script>[^<]*new WebSocket\([^<]*<\/script>/);
  });

  it("serves nothing but its own folder", async () => {
    const { demo } = await start();
    expect((await fetch(`${demo.url}/start-demo.ts`)).status).toBe(404);
    expect((await fetch(`${demo.url}/..%2fstart-demo.ts`)).status).toBe(404);
  });
});

describe("/ws/chat", () => {
  async function guest(ws: string, username: string, room = "lounge") {
    const client = await connected(`${ws}/ws/chat`);
    expect(await client.json()).toMatchObject({ type: "connected", id: expect.any(String) });
    client.send({ type: "join-room", room, username });
    client.send({ type: "ping" });
    expect(await until(client, "pong")).toEqual({ type: "pong" });
    return client;
  }

  it("tells the room who joined, types, speaks and leaves", async () => {
    const { ws } = await start();
    const ann = await guest(ws, "Ann");
    const ben = await guest(ws, "Ben");
    expect(await ann.json()).toEqual({ type: "user-joined", username: "Ben", room: "lounge" });
    ben.send({ type: "typing", username: "Ben" });
    expect(await ann.json()).toEqual({ type: "typing", username: "Ben" });
    ben.send({ type: "message", room: "lounge", username: "Ben", text: "<b>hi</b>" });
    for (const client of [ann, ben]) {
      expect(await client.json()).toEqual({ type: "chat-message", from: "Ben", text: "<b>hi</b>" });
    }
    ben.socket.close();
    expect(await ann.json()).toEqual({ type: "user-left", userId: expect.any(String) });
  });

  it("keeps who left a room out of it", async () => {
    const { ws } = await start();
    const ann = await guest(ws, "Ann");
    const ben = await guest(ws, "Ben");
    ann.send({ type: "leave-room", room: "lounge" });
    ann.send({ type: "ping" });
    await until(ann, "pong");
    ben.send({ type: "message", room: "lounge", username: "Ben", text: "alone?" });
    await until(ben, "chat-message");
    ann.send({ type: "ping" });
    expect(await ann.json()).toEqual({ type: "pong" });
  });

  it("has bots that talk by themselves and answer people", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const { ws } = await start();
    const ann = await guest(ws, "Ann", "incident-4821");
    const botsMove = () => {
      vi.advanceTimersToNextTimer();
      return ann.json();
    };
    expect(await botsMove()).toEqual({ type: "typing", username: "Mara" });
    ann.send({ type: "message", room: "incident-4821", username: "Ann", text: "Morning" });
    expect(await ann.json()).toEqual({ type: "chat-message", from: "Ann", text: "Morning" });
    expect(await botsMove()).toMatchObject({ type: "chat-message", from: "Mara" });
    expect(await botsMove()).toEqual({ type: "typing", username: "Mara" });
    expect(await botsMove()).toEqual({ type: "chat-message", from: "Mara", text: "Thanks Ann, noted." });
  });

  it("cuts the line when asked, so that the page sees 1006", async () => {
    const { ws } = await start();
    const ann = await guest(ws, "Ann");
    ann.send({ type: "drop" });
    expect(await ann.closed).toMatchObject({ code: 1006 });
  });

  it("confirms bursts and large frames", async () => {
    const { ws } = await start();
    const ann = await guest(ws, "Ann");
    for (let index = 1; index <= 1000; index += 1) ann.send({ type: "burst", index, count: 1000 });
    expect(await ann.json()).toEqual({ type: "burst-received", count: 1000 });
    ann.send({ type: "upload", content: "é".repeat(2 ** 19) });
    expect(await ann.json()).toEqual({ type: "upload-received", bytes: 2 ** 20 });
  });

  it.each([
    ["nothing known", { type: "dance" }, "dance"],
    ["no room", { type: "join-room", username: "Ann" }, "join-room"],
    ["no text", { type: "message", room: "lounge", username: "Ann", text: " " }, "message"],
    ["no object", 7, "undefined"],
  ])("answers a frame with %s with an error and stays open", async (_, frame, name) => {
    const { ws } = await start();
    const ann = await guest(ws, "Ann");
    ann.send(frame);
    expect(await ann.json()).toEqual({ type: "error", message: `Cannot do "${name}" with these fields` });
  });
});

describe("/ws/market/{pair}", () => {
  it("mixes JSON and binary ticks, for as long as they are subscribed", async () => {
    const { ws } = await start();
    const client = await connected(`${ws}/ws/market/btc-usd`);
    client.send({ action: "subscribe", topics: ["ticks", "unheard-of"] });
    expect(await client.json()).toEqual({ action: "subscribed", topics: ["ticks"] });
    const tick = await client.next();
    if (typeof tick === "string") throw new Error(`Expected a binary tick, not ${tick}`);
    expect(tick.length).toBe(16);
    expect(tick.readDoubleLE(0)).toBeGreaterThan(60_000);
    expect(tick.readDoubleLE(8)).toBeGreaterThanOrEqual(0);
    client.send({ action: "unsubscribe", topics: ["ticks"] });
    let last = await client.next();
    while (typeof last !== "string") last = await client.next();
    expect(JSON.parse(last)).toEqual({ action: "unsubscribed", topics: ["ticks"] });
  });

  it("says what it can do, and closes for a pair it does not have", async () => {
    const { ws } = await start();
    const client = await connected(`${ws}/ws/market/eth-usd`);
    client.send({ action: "sell" });
    expect(await client.json()).toMatchObject({ action: "error" });
    expect(await connect(`${ws}/ws/market/salmon`).closed).toEqual({
      code: 4004,
      reason: "Unknown pair: use btc-usd or eth-usd",
    });
  });
});

describe("the other sockets", () => {
  it("/ws/private wants the token", async () => {
    const { ws } = await start();
    expect(await connect(`${ws}/ws/private`).closed).toEqual({ code: 4001, reason: "No token provided" });
    expect(await connect(`${ws}/ws/private?token=x`).closed).toEqual({ code: 4002, reason: "Invalid token" });
    const client = connect(`${ws}/ws/private?token=demo`);
    expect(await client.json()).toEqual({ type: "authenticated", user: { name: "Robin", role: "support" } });
  });

  it("/ws/announcements greets", async () => {
    const { ws } = await start();
    expect(await connect(`${ws}/ws/announcements`).json()).toMatchObject({ type: "welcome" });
  });

  it("/ws/metrics sends figures without a type", async () => {
    const { ws } = await start();
    const figures = await connect(`${ws}/ws/metrics`).json();
    expect(Object.keys(figures)).toEqual(["cpu", "memory", "requests"]);
  });
});

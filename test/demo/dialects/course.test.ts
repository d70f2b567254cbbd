// @vitest-environment node
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type Client, connect, connected } from "../support/client";
import { demo, typed } from "./support";

const ask = (client: Client, word: string, fields = {}) =>
  client.send({ type: `demo-${word}`, payload: fields, ...fields });

/** Timers stand still until the test moves them on. */
function holdTime() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
}

describe("what becomes of a visit's sockets", () => {
  it("the first is cut, the next is refused, the third restarted, the fourth stays", async () => {
    const url = `${await demo()}/ws/philjs?visit=v1`;
    holdTime();
    const one = await connected(url);
    await answered(one);
    vi.advanceTimersByTime(5000);
    expect((await one.closed).code).toBe(1006);
    expect(await connect(url).failed).toContain("503");
    const three = await connected(url);
    await answered(three);
    vi.advanceTimersByTime(5000);
    expect(await three.closed).toEqual({ code: 1012, reason: "Service restart" });
    const four = await connected(url);
    await answered(four);
    vi.advanceTimersByTime(60_000);
    await answered(four);
  });

  it("a token that changes still tells the visit, and one without a visit stays", async () => {
    const ws = await demo();
    holdTime();
    const one = await connected(`${ws}/ws/warpkit?token=v2.1`);
    const calm = await connected(`${ws}/ws/warpkit?token=t1`);
    for (const client of [one, calm]) {
      client.socket.send("2");
      expect(await client.next()).toBe("3");
    }
    vi.advanceTimersByTime(5000);
    expect((await one.closed).code).toBe(1006);
    expect(await connect(`${ws}/ws/warpkit?token=v2.2`).failed).toContain("503");
    calm.socket.send("2");
    while ((await calm.next()) !== "3");
  });
});

async function answered(client: Client): Promise<void> {
  client.send({ type: "ping", payload: {}, timestamp: 0 });
  await typed(client, "pong");
}

describe("what a page may ask for", () => {
  it("a cut, a restart, an announcement to everybody", async () => {
    const ws = await demo();
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map(async () => {
        const client = await connected(`${ws}/ws/universal/chat`);
        await typed(client, "joined-lobby");
        return client;
      }),
    );
    if (!one || !two || !three) throw new Error("There are three");
    ask(one, "announce");
    for (const client of [one, two, three]) {
      expect(await typed(client, "announcement")).toEqual({
        type: "announcement",
        text: "Server restart in 5 minutes",
      });
    }
    ask(one, "cut");
    expect((await one.closed).code).toBe(1006);
    ask(two, "restart");
    expect((await two.closed).code).toBe(1012);
    ask(three, "constructor");
    ask(three, "unanswered");
    expect(await three.closed).toEqual({ code: 1000, reason: "No pong received" });
  });

  it("silence, in which nothing is done or said", async () => {
    const url = `${await demo()}/ws/warpkit`;
    const one = await connected(url);
    one.send({ type: "demo.silence" });
    one.socket.send("2");
    one.send({ type: "auth", token: "wrong" });
    // A later connection has been answered: all of the above has arrived.
    const later = await connected(url);
    later.socket.send("2");
    expect(await later.next()).toBe("3");
    expect(one.socket.readyState).toBe(one.socket.OPEN);
  });

  it.each(["philjs", "guide/chat", "warpkit", "recker", "universal/chat"])(
    "hostile frames of /ws/%s",
    async (path) => {
      const client = await connected(`${await demo()}/ws/${path}`);
      client.send({ type: "demo:hostile", action: "demo:hostile", payload: {} });
      const frames: string[] = [];
      while (!frames.at(-1)?.startsWith("[[")) frames.push(String(await client.next()));
      const texts = frames.filter((frame) => frame.length < 1000);
      expect(texts.some((text) => text.includes('"__proto__":{"admin":true}'))).toBe(true);
      expect(texts.some((text) => text.includes("<script>"))).toBe(true);
      expect(texts).toEqual(expect.arrayContaining(["2", "3", "42", "0", "", "{'type': 'message'}"]));
      expect(frames.at(-2)?.length).toBeGreaterThan(1_200_000);
      expect(frames.at(-1)?.length).toBe(200_000);
      for (const text of texts.filter((text) => text.includes("admin"))) {
        expect(() => JSON.parse(text)).not.toThrow();
      }
    },
  );

  it("the small ones only, for captures", async () => {
    const client = await connected(`${await demo()}/ws/universal/chat`);
    ask(client, "hostile", { large: false });
    ask(client, "unanswered");
    const lengths: number[] = [];
    client.socket.on("message", (data: Buffer) => lengths.push(data.length));
    await client.closed;
    expect(lengths.length).toBeGreaterThan(15);
    expect(Math.max(...lengths)).toBeLessThan(1000);
  });
});

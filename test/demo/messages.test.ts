// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Connection } from "../../demo/server";
import { connected, deferred, serve } from "./support/client";

describe("what arrives at onMessage", () => {
  async function received(send: string | Uint8Array): Promise<unknown> {
    const arrived = deferred<unknown>();
    const { url } = await serve([{ pattern: "/ws", onMessage: (_, data) => arrived.resolve(data) }]);
    const client = await connected(`${url}/ws`);
    client.socket.send(send);
    return arrived.promise;
  }

  it.each([
    ['{"type":"chat","n":[1]}', { type: "chat", n: [1] }],
    ["null", null],
    ["12", 12],
    ['"quoted"', "quoted"],
    ["not json", "not json"],
    ["{broken", "{broken"],
    ["", ""],
  ])("text %j", async (text, data) => {
    expect(await received(text)).toEqual(data);
  });

  it("binary as a Buffer, the empty one too", async () => {
    expect(await received(Uint8Array.of(1, 2, 255))).toEqual(Buffer.from([1, 2, 255]));
    const empty = await received(new Uint8Array());
    expect(Buffer.isBuffer(empty) && empty.length === 0).toBe(true);
  });

  it("binary that spells JSON is still a Buffer", async () => {
    expect(await received(Buffer.from("{}"))).toEqual(Buffer.from("{}"));
  });
});

describe("what send puts on the wire", () => {
  async function sent(data: unknown): Promise<string | Buffer> {
    const { url } = await serve([{ pattern: "/ws", onConnect: (conn) => conn.send(data) }]);
    return (await connected(`${url}/ws`)).next();
  }

  const wide = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7);

  it.each([
    ["a string as it is", "plain", "plain"],
    ["a string that looks like JSON as it is", '{"a":1}', '{"a":1}'],
    ["the empty text", "", ""],
    ["an object as JSON", { type: "welcome" }, '{"type":"welcome"}'],
    ["null as JSON", null, "null"],
    ["a number as JSON", 7, "7"],
    ["a Buffer", Buffer.from([1, 2]), Buffer.from([1, 2])],
    ["a typed array that is part of a buffer", wide.subarray(2, 4), Buffer.from([2, 3])],
    ["a DataView", new DataView(wide.buffer, 6), Buffer.from([6, 7])],
    ["an ArrayBuffer", wide.buffer.slice(0, 2), Buffer.from([0, 1])],
    ["the empty binary", new Uint8Array(), Buffer.alloc(0)],
  ])("%s", async (_, data, frame) => {
    expect(await sent(data)).toEqual(frame);
  });

  it("refuses what has no JSON form, with an error that says so", async () => {
    const errors: string[] = [];
    const { url } = await serve([
      {
        pattern: "/ws",
        onConnect: (conn) => conn.send(undefined),
        onError: (_, error) => errors.push(error.message),
      },
    ]);
    expect(await (await connected(`${url}/ws`)).closed).toMatchObject({ code: 1011 });
    expect(errors).toEqual(["A value of type undefined cannot be sent: it has no JSON form"]);
  });
});

describe("a connection", () => {
  it("knows its id, rooms, request and the variables of its path", async () => {
    const made: Connection[] = [];
    const { url } = await serve([{ pattern: "/ws/game/{gameId}", onConnect: (conn) => made.push(conn) }]);
    await connected(`${url}/ws/game/a%20b?seat=1`);
    await connected(`${url}/ws/game/2`);
    expect(made.map((conn) => conn.params.gameId)).toEqual(["a b", "2"]);
    expect(made[0]?.req.url).toBe("/ws/game/a%20b?seat=1");
    expect(made[0]?.req.socket.remoteAddress).toBe("127.0.0.1");
    expect(made[0]?.rooms).toEqual(new Set());
    expect(made[0]?.id).not.toBe(made[1]?.id);
  });

  it("pings and pongs", async () => {
    const { url } = await serve([
      {
        pattern: "/ws",
        onMessage: (conn, data) => (data === "ping" ? conn.ping() : conn.pong()),
      },
    ]);
    const { socket } = await connected(`${url}/ws`);
    for (const kind of ["ping", "pong"]) {
      const seen = new Promise((resolve) => socket.once(kind, resolve));
      socket.send(kind);
      await seen;
    }
  });

  it("answers a ping of the client once", async () => {
    const { url } = await serve([{ pattern: "/ws", onMessage: (conn, data) => conn.send(data) }]);
    const client = await connected(`${url}/ws`);
    let pongs = 0;
    client.socket.on("pong", () => {
      pongs += 1;
    });
    client.socket.ping();
    client.socket.send("fence");
    await client.next();
    expect(pongs).toBe(1);
  });

  it.each([
    ["", 1000, ""],
    ["own", 4321, "€".repeat(41)],
  ])(
    "closes with 1000 unless told otherwise, once, and tells onClose (%j)",
    async (request, code, reason) => {
      const ended = deferred<unknown>();
      const { url } = await serve([
        {
          pattern: "/ws",
          onMessage(conn, data) {
            if (data === "own") conn.close(4321, "€".repeat(100));
            else conn.close();
            conn.close(4999, "too late");
            conn.send("dropped in silence");
          },
          onClose: (_, ...end) => ended.resolve(end),
        },
      ]);
      const client = await connected(`${url}/ws`);
      client.socket.send(request);
      expect(await client.closed).toEqual({ code, reason });
      expect(await ended.promise).toEqual([code, reason]);
    },
  );

  it("tells onClose the client's code and reason, and 1006 when there was no handshake", async () => {
    const ends = [deferred<unknown>(), deferred<unknown>()];
    let count = 0;
    const { url } = await serve([
      {
        pattern: "/ws",
        onClose: (_, code, reason) => {
          ends[count]?.resolve([code, reason]);
          count += 1;
        },
      },
    ]);
    (await connected(`${url}/ws`)).socket.close(4000, "bye");
    expect(await ends[0]?.promise).toEqual([4000, "bye"]);
    (await connected(`${url}/ws`)).socket.terminate();
    expect(await ends[1]?.promise).toEqual([1006, ""]);
  });

  it("hands on nothing that arrives after it was closed", async () => {
    const seen: unknown[] = [];
    const { url } = await serve([
      {
        pattern: "/ws",
        onMessage(conn, data) {
          seen.push(data);
          conn.close();
        },
      },
    ]);
    const client = await connected(`${url}/ws`);
    for (const text of ["first", "second", "third"]) client.socket.send(text);
    await client.closed;
    expect(seen).toEqual(["first"]);
  });
});

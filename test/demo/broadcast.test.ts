// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { BroadcastOptions, Handler } from "../../demo/server";
import { type Client, connected, serve } from "./support/client";

/** Does what its clients ask for, and answers each request with a fence. */
function puppet(pattern: string): Handler {
  return {
    pattern,
    onMessage(conn, data) {
      const { join, leave, say, options } = data as {
        join?: string;
        leave?: string;
        say?: unknown;
        options?: BroadcastOptions;
      };
      if (join) conn.joinRoom(join);
      if (leave) conn.leaveRoom(leave);
      if (say !== undefined) conn.broadcast(say, options);
      conn.send("fence");
    },
    onClose: (conn) => conn.broadcast("left", { rooms: [...conn.rooms] }),
  };
}

/** Everything a client has received so far. */
const heard = (client: Client) => ask(client, {});

async function ask(client: Client, request: object): Promise<unknown[]> {
  client.send(request);
  const frames: unknown[] = [];
  for (let frame = await client.next(); frame !== "fence"; frame = await client.next()) frames.push(frame);
  return frames;
}

async function three() {
  const { url } = await serve([puppet("/ws/a"), puppet("/ws/b")]);
  return {
    ann: await connected(`${url}/ws/a`),
    ben: await connected(`${url}/ws/a`),
    other: await connected(`${url}/ws/b`),
  };
}

describe("broadcast", () => {
  it("reaches the others of the same handler, by default not the sender", async () => {
    const { ann, ben, other } = await three();
    expect(await ask(ann, { say: { type: "announcement" } })).toEqual([]);
    expect(await heard(ben)).toEqual(['{"type":"announcement"}']);
    expect(await heard(other)).toEqual([]);
  });

  it("includes the sender when asked", async () => {
    const { ann, ben } = await three();
    expect(await ask(ann, { say: "hi", options: { includeSelf: true } })).toEqual(["hi"]);
    expect(await heard(ben)).toEqual(["hi"]);
  });

  it("reaches only the members of the rooms", async () => {
    const { ann, ben, other } = await three();
    await ask(ben, { join: "general" });
    await ask(other, { join: "general" });
    await ask(ann, { say: "one", options: { rooms: ["general"], includeSelf: true } });
    await ask(ann, { say: "two", options: { rooms: ["dev"] } });
    await ask(ann, { say: "three", options: { rooms: [] } });
    expect(await heard(ann)).toEqual([]);
    expect(await heard(ben)).toEqual(["one"]);
    expect(await heard(other)).toEqual([]);
  });

  it("gives a member of two rooms one copy", async () => {
    const { ann, ben } = await three();
    await ask(ben, { join: "general" });
    await ask(ben, { join: "dev" });
    await ask(ann, { say: "once", options: { rooms: ["general", "dev"] } });
    expect(await heard(ben)).toEqual(["once"]);
  });

  it("forgets who left the room", async () => {
    const { ann, ben } = await three();
    await ask(ben, { join: "general" });
    await ask(ben, { leave: "general" });
    await ask(ben, { leave: "never joined" });
    await ask(ann, { say: "gone", options: { rooms: ["general"] } });
    expect(await heard(ben)).toEqual([]);
  });

  it("still works in onClose, with the rooms the connection was in", async () => {
    const { ann, ben } = await three();
    await ask(ann, { join: "general" });
    await ask(ben, { join: "general" });
    ann.socket.close();
    expect(await ben.next()).toBe("left");
  });

  it("refuses rooms that are no list, and rooms without a name", async () => {
    const errors: string[] = [];
    const { url } = await serve([
      { ...puppet("/ws"), onError: (_, error) => errors.push(error.message), onClose: undefined },
    ]);
    const wrong = await connected(`${url}/ws`);
    wrong.send({ say: "x", options: { rooms: "general" } });
    expect(await wrong.closed).toMatchObject({ code: 1011 });
    const nameless = await connected(`${url}/ws`);
    nameless.send({ join: 7 });
    expect(await nameless.closed).toMatchObject({ code: 1011 });
    expect(errors).toEqual([
      '"rooms" must be an array of room names',
      "A room name must be a non-empty string",
    ]);
  });
});

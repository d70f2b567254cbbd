// @vitest-environment node
import { expect, it } from "vitest";
import { connected } from "../support/client";
import { demo, typed, until } from "./support";

const robin = { id: "u-robin", name: "Robin" };
const message = (type: string, payload: unknown, room?: string) => ({
  type,
  payload,
  timestamp: Date.now(),
  room,
});

it("confirms a join with the room and its history, and tells the others", async () => {
  const ws = await demo();
  const one = await connected(`${ws}/ws/philjs`);
  one.send(message("room:join", { roomId: "room-x", user: robin }));
  expect(await one.json()).toMatchObject({
    type: "room:joined",
    payload: { id: "room-x", users: [{ id: "u-mara" }, { id: "u-jonas" }, robin] },
    room: "room-x",
  });
  expect(await one.json()).toMatchObject({ type: "room:history", payload: [{ id: "m-1" }, { id: "m-2" }] });
  const two = await connected(`${ws}/ws/philjs`);
  two.send(message("room:join", { roomId: "room-x", user: { id: "u-ann", name: "Ann" } }));
  expect(await typed(one, "room:user:joined")).toMatchObject({ payload: { id: "u-ann", name: "Ann" } });
  two.send(message("room:leave", { roomId: "room-x", userId: "u-ann" }));
  expect(await typed(one, "presence:leave")).toMatchObject({ payload: "u-ann" });
  expect(await typed(one, "room:user:left")).toMatchObject({ payload: "u-ann", room: "room-x" });
});

it("answers a ping, echoes a chat message, and relays nothing to a room one is not in", async () => {
  const client = await connected(`${await demo()}/ws/philjs`);
  client.send(message("ping", {}));
  expect(await client.json()).toEqual({ type: "pong" });
  client.send(message("chat:message", { id: "c-0" }, "room-x"));
  client.send(message("room:join", { roomId: "room-x", user: robin }));
  client.send(message("chat:message", { id: "c-1" }, "room-x"));
  expect(await typed(client, "chat:message")).toMatchObject({
    payload: { id: "c-1" },
    room: "room-x",
    from: "u-robin",
  });
});

it("refuses the vault without its password", async () => {
  const client = await connected(`${await demo()}/ws/philjs`);
  client.send(message("room:join", { roomId: "vault", user: robin, password: "guess" }));
  expect(await client.json()).toMatchObject({
    type: "room:error",
    payload: { message: "Wrong password for vault" },
    room: "vault",
  });
});

it("tells of presence in bursts of four", async () => {
  const client = await connected(`${await demo()}/ws/philjs`);
  client.send(message("room:join", { roomId: "room-abc", user: robin }));
  const burst = [await until(client, ({ type }) => type === "presence:leave")];
  while (burst.length < 4) burst.push(await client.json());
  expect(burst.map(({ type }) => type)).toEqual([
    "presence:leave",
    "presence:join",
    "presence:update",
    "presence:update",
  ]);
  expect(burst[0]?.payload).toBe("u-mara");
});

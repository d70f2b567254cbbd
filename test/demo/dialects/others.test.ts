// @vitest-environment node
import { expect, it } from "vitest";
import { connect, connected } from "../support/client";
import { demo, typed, until } from "./support";

it("guide: flat messages, members by their ids, errors", async () => {
  const client = await connected(`${await demo()}/ws/guide/chat`);
  client.send({ type: "ping" });
  expect(await client.json()).toEqual({ type: "pong" });
  client.send({ type: "join", room: "general" });
  expect(await client.json()).toEqual({
    type: "joined",
    room: "general",
    users: ["u-mara", "u-jonas", "robin"],
  });
  client.send({ type: "message", room: "general", text: "Hi" });
  expect(await until(client, ({ userId }) => userId === "robin")).toMatchObject({
    type: "message",
    text: "Hi",
  });
  client.send({ type: "join", room: "staff" });
  expect(await typed(client, "error")).toEqual({ type: "error", message: "You may not join staff" });
});

it("guide: presence has a socket of its own", async () => {
  const ws = await demo();
  const one = await connected(`${ws}/ws/guide/presence`);
  const two = await connected(`${ws}/ws/guide/presence`);
  expect(await one.json()).toMatchObject({ type: "presence:join", userId: "u-mara", name: "Mara" });
  one.send({ type: "presence:update", roomId: "room-123", cursor: { x: 1, y: 2 } });
  two.send({ type: "presence:update", roomId: "room-123", cursor: { x: 3, y: 4 } });
  expect(await until(one, ({ name }) => name === "Guest")).toMatchObject({ cursor: { x: 3, y: 4 } });
});

it("warpkit: 3 for 2, name and data for those in the room, 4002 for a wrong token", async () => {
  const client = await connected(`${await demo()}/ws/warpkit?token=t1`);
  client.socket.send("2");
  expect(await client.next()).toBe("3");
  client.send({ type: "room.join", room: "project:p7" });
  client.send({ type: "incident.acknowledge", uuid: "i-1" });
  expect(await client.json()).toEqual({
    name: "incident.acknowledged",
    data: { uuid: "i-1" },
    timestamp: expect.any(Number),
  });
  client.send({ type: "auth", token: "wrong" });
  expect(await until(client, ({ name }) => name === "auth.failed")).toBeTruthy();
  expect(await client.closed).toEqual({ code: 4002, reason: "Invalid token" });
});

it("recker: binary ticks, figures without a type, no word to __heartbeat__, STOP", async () => {
  const client = connect(`${await demo()}/ws/recker`);
  await client.opened;
  client.socket.send("__heartbeat__");
  client.send({ action: "authenticate", token: "t" });
  expect(await client.json()).toEqual({ type: "authenticated", user: { name: "Robin" } });
  const tick = await client.next();
  if (typeof tick === "string") throw new Error(`Expected a tick, not ${tick}`);
  expect(tick.length).toBe(16);
  expect(tick.readDoubleLE(0)).toBeGreaterThan(64_000);
  expect(Object.keys(await client.json())).toEqual(["cpu", "memory", "requests"]);
  client.send({ action: "demo-stop" });
  let last = await client.next();
  while (typeof last !== "string") last = await client.next();
  expect(last).toBe("STOP");
  client.send({ action: "authenticate", token: "wrong" });
  expect(await client.closed).toEqual({ code: 1008, reason: "Authentication failed" });
});

it("universal: greets, echoes to the sender too, and plays", async () => {
  const client = await connected(`${await demo()}/ws/universal/chat`);
  expect(await client.json()).toMatchObject({ type: "welcome" });
  expect(await client.json()).toMatchObject({ type: "connected", id: expect.any(String) });
  expect(await client.json()).toEqual({ type: "joined-lobby" });
  client.send({ type: "join-room", room: "general", username: "Robin" });
  client.send({ type: "message", room: "general", username: "Robin", text: "Hi" });
  expect(await until(client, ({ from }) => from === "Robin")).toEqual({
    type: "chat-message",
    from: "Robin",
    text: "Hi",
  });
  client.send({ type: "create-game" });
  const { gameId } = await typed(client, "game-created");
  client.send({ type: "game-action", gameId, action: "roll" });
  expect(await typed(client, "game-update")).toMatchObject({ action: "roll" });
  client.send({ type: "demo-unanswered" });
  expect(await client.closed).toEqual({ code: 1000, reason: "No pong received" });
});

it("universal: the private socket closes with the documented codes", async () => {
  const ws = await demo();
  expect(await connect(`${ws}/ws/universal/private`).closed).toMatchObject({ code: 4001 });
  expect(await connect(`${ws}/ws/universal/private?token=guess`).closed).toMatchObject({ code: 4002 });
});

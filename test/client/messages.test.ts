// @vitest-environment node
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { define } from "../../src/client/define";
import { preset, Setup } from "./support/client";

const member = v.object({
  id: v.string(),
  name: v.string(),
  role: v.picklist(["admin", "member", "viewer"]),
});

describe("typed messages", () => {
  test("W13 W14 C18: the handler gets payload and envelope, by name", () => {
    const setup = new Setup(preset("warpkit")).open();
    const heard: unknown[] = [];
    setup.client.on(define<{ id: number }>("incident.created"), (payload, envelope) =>
      heard.push(payload.id, envelope.name, envelope.timestamp),
    );
    setup.world.socket.serverSends('{"name":"incident.created","data":{"id":7},"timestamp":5}');
    setup.world.socket.serverSends('{"name":"incident.resolved","data":{"id":7},"timestamp":6}');
    expect(heard).toEqual([7, "incident.created", 5]);
  });

  test.each([
    ["P14 P19", '{"type":"say","payload":{"a":1},"room":"r","from":"u","timestamp":5}', { a: 1 }, "r", "u"],
    ["P34", '{"type":"say","payload":{"roomId":"r"}}', { roomId: "r" }, "r", null],
    ["G15", '{"type":"say","room":"r","userId":"u"}', { type: "say", room: "r", userId: "u" }, "r", "u"],
    ["K38", '{"action":"say","topics":["r"]}', { action: "say", topics: ["r"] }, "r", null],
    ["W51", '[null,"1","r","say",{"a":1}]', { a: 1 }, "r", null],
    ["R-P10", '["r","say",{"a":1},"1"]', { a: 1 }, "r", null],
  ])("%s C01: %s", (_rows, text, payload, room, sender) => {
    const setup = new Setup().open();
    const heard: unknown[] = [];
    setup.client.on(define("say"), (got, envelope) => heard.push(got, envelope.room, envelope.sender));
    setup.world.socket.serverSends(text);
    expect(heard).toEqual([payload, room, sender]);
  });

  test("W15 W16 R-W8: what the schema refuses is told and not delivered", () => {
    const setup = new Setup(preset("warpkit")).open();
    const heard: string[] = [];
    setup.client.on(define("member", member), ({ role }) => heard.push(role));
    setup.world.socket.serverSends('{"name":"member","data":{"id":"1","name":"A","role":"owner"}}');
    setup.world.socket.serverSends('{"name":"member","data":{"id":"1","name":"A","role":"admin"}}');
    expect(heard).toEqual(["admin"]);
    expect(setup.told("error")).toHaveLength(1);
    expect(setup.told("error")[0]).toMatchObject({ kind: "validation" });
    expect(setup.told("error")[0]?.message).toMatch(/^“member” received: role: /);
  });

  test("W15 G14: nor is it sent", () => {
    const setup = new Setup(preset("warpkit")).open();
    const message = define("member", member);
    expect(setup.client.send(message, { id: "1", name: "A", role: "owner" as "admin" })).toBe("dropped");
    expect(setup.client.send(message, { id: "1", name: "A", role: "viewer" })).toBe("sent");
    expect(setup.sent()).toEqual([['{"type":"member","id":"1","name":"A","role":"viewer"}']]);
    expect(setup.told("error").map((event) => event.kind)).toEqual(["validation"]);
  });

  test("a schema that answers later is refused", () => {
    const setup = new Setup().open();
    const later = define(
      "say",
      v.pipeAsync(
        v.string(),
        v.checkAsync(async () => true),
      ) as never,
    );
    setup.client.on(later, () => {
      throw new Error("delivered");
    });
    setup.world.socket.serverSends('{"type":"say","payload":"x"}');
    expect(setup.told("error")[0]?.message).toBe(
      "“say” received: The schema is asynchronous, which is not supported",
    );
  });

  test("C19 C35 G15: many handlers for a name; taken off one by one or all", () => {
    const setup = new Setup().open();
    const say = define("say");
    const heard: number[] = [];
    const stop = setup.client.on(say, () => heard.push(1));
    const second = (): void => void heard.push(2);
    setup.client.on(say, second);
    setup.client.on(say, () => heard.push(3));
    const speak = (): void => setup.world.socket.serverSends('{"type":"say"}');
    speak();
    stop();
    stop();
    setup.client.off(say, second);
    speak();
    setup.client.off(say);
    speak();
    expect(heard).toEqual([1, 2, 3, 3]);
  });

  test("P22: the wildcard hears every message before the handlers", () => {
    const setup = new Setup().open();
    const heard: string[] = [];
    setup.client.on(define("say"), () => heard.push("handler"));
    setup.client.on("message", () => heard.push("message"));
    setup.world.socket.serverSends('{"type":"say"}');
    expect(heard).toEqual(["message", "handler"]);
  });

  test("G02 K43 C33: what is no JSON is an error event; bytes and heartbeats are not", () => {
    const setup = new Setup(preset("recker")).open();
    setup.client.on(define("say"), () => {});
    setup.world.socket.serverSends("{nonsense");
    setup.world.socket.serverSends(new Uint8Array([1]));
    setup.pass(30_000).world.socket.serverSends("__heartbeat__");
    expect(setup.told("error").map((event) => event.kind)).toEqual(["parse"]);
    expect(setup.told("message")).toHaveLength(3);
  });

  test("reconnecting 27: a handler that throws is told", () => {
    const setup = new Setup().open();
    setup.client.on(define("say"), () => {
      throw new Error("mine");
    });
    setup.world.socket.serverSends('{"type":"say"}');
    expect(setup.log().at(-1)).toBe("Error (listener): A handler of “say” threw: mine");
  });

  test("W45 R-W16: what it gets has no poisoned keys at any depth", () => {
    const setup = new Setup().open();
    const heard: unknown[] = [];
    setup.client.on(define("say"), (payload) => heard.push(JSON.stringify(payload)));
    setup.world.socket.serverSends(
      '{"type":"say","payload":{"__proto__":{"x":1},"a":[{"constructor":1,"b":2,"prototype":{}}]}}',
    );
    expect(heard).toEqual(['{"a":[{"b":2}]}']);
  });
});

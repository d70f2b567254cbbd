import { expect, test } from "vitest";
import { wamp } from "../../../src/model/dialect/wamp";
import { Reading, weightOf } from "./reading";

test("WAMP basic profile, sessions", () => {
  const socket = new Reading(wamp);
  expect(socket.sent([1, "somerealm", { roles: {} }])).toMatchObject({ kind: "connect", name: "HELLO" });
  expect(socket.received([2, 9129137332, { roles: {} }])).toMatchObject({ kind: "auth-result", good: true });
  expect(socket.received([3, {}, "wamp.error.no_such_realm"])).toMatchObject({ good: false });
  expect(socket.sent([6, {}, "wamp.close.close_realm"])).toMatchObject({ kind: "system", name: "GOODBYE" });
});

test("WAMP basic profile, publish and subscribe: topics by request and by subscription", () => {
  const socket = new Reading(wamp);
  const topic = "com.myapp.mytopic1";
  expect(socket.sent([32, 713845233, {}, topic])).toMatchObject({
    kind: "join",
    rooms: [topic],
    id: "713845233",
    asks: true,
  });
  expect(socket.received([33, 713845233, 5512315355])).toMatchObject({
    kind: "join-confirmed",
    rooms: [topic],
    answers: "713845233",
  });
  expect(socket.received([36, 5512315355, 4429313566, {}, ["Hello"]])).toMatchObject({
    kind: "message",
    name: topic,
    rooms: [topic],
    payload: ["Hello"],
  });
  expect(socket.sent([34, 85346237, 5512315355])).toMatchObject({ kind: "leave", rooms: [topic] });
  expect(socket.received([35, 85346237])).toMatchObject({
    kind: "left",
    rooms: [topic],
    answers: "85346237",
  });
  expect(socket.sent([16, 1, {}, topic, ["hi"]])?.asks).toBeUndefined();
  expect(socket.sent([16, 2, { acknowledge: true }, topic, [], { a: 1 }])).toMatchObject({
    asks: true,
    payload: { a: 1 },
  });
  expect(socket.received([17, 2, 44])).toMatchObject({ kind: "ack", answers: "2" });
  socket.sent([32, 3, {}, "secret"]);
  expect(socket.received([8, 32, 3, {}, "wamp.error.not_authorized"])).toMatchObject({
    kind: "join-refused",
    name: "wamp.error.not_authorized",
    rooms: ["secret"],
    good: false,
  });
});

test("WAMP basic profile, calls: RESULT and ERROR by request, INVOCATION and YIELD", () => {
  const socket = new Reading(wamp);
  expect(socket.sent([48, 7, {}, "com.add", [2, 3]])).toMatchObject({ name: "com.add", id: "7", asks: true });
  expect(socket.received([50, 7, {}, [5]])).toMatchObject({
    name: "RESULT com.add",
    answers: "7",
    payload: [5],
  });
  expect(socket.received([8, 48, 7, {}, "com.error"])).toMatchObject({ kind: "error", answers: "7" });
  socket.sent([64, 8, {}, "com.mine"]);
  socket.received([65, 8, 99]);
  expect(socket.received([68, 7, 99, {}, [1]])).toMatchObject({ name: "com.mine", id: "7", asks: true });
  expect(socket.sent([70, 7, {}, [2]])).toMatchObject({ kind: "ack", name: "YIELD com.mine", answers: "7" });
});

test("recognised by shape", () => {
  expect(wamp.hint?.({ url: "", protocol: "wamp.2.json" })?.weight).toBe(10);
  expect(weightOf(wamp, true, [1, "realm", {}])).toBe(3);
  expect(weightOf(wamp, true, [17, 1, 2])).toBe(1);
  for (const array of [[], [1], [1, 2, 3], [32, "a", {}, "b"], [999, 1]])
    expect(weightOf(wamp, true, array)).toBe(0);
});

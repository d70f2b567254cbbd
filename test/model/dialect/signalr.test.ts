import { expect, test } from "vitest";
import { signalr } from "../../../src/model/dialect/signalr";
import { Reading, weightOf } from "./reading";

const RS = "\u001e";
const messages = (...list: object[]) => list.map((one) => JSON.stringify(one) + RS).join("");

test("HubProtocol.md: handshake", () => {
  const hub = new Reading(signalr);
  expect(hub.sent(messages({ protocol: "json", version: 1 }))).toMatchObject({ kind: "connect" });
  expect(hub.received(messages({}))).toMatchObject({ kind: "connect", good: true });
  expect(hub.received(messages({ error: "no such protocol" }))).toMatchObject({ good: false });
});

test("HubProtocol.md: Invocation 1 and Completion 3", () => {
  const hub = new Reading(signalr);
  expect(hub.received(messages({ type: 1, target: "Send", arguments: [42] }))).toMatchObject({
    kind: "message",
    name: "Send",
    payload: [42],
  });
  expect(
    hub.sent(messages({ type: 1, invocationId: "123", target: "Add", arguments: [1, 2] })),
  ).toMatchObject({ id: "123", asks: true });
  expect(hub.received(messages({ type: 3, invocationId: "123", result: 3 }))).toMatchObject({
    kind: "ack",
    name: "Completion Add",
    answers: "123",
    good: true,
    payload: 3,
  });
  expect(hub.received(messages({ type: 3, invocationId: "123", error: "It didn't work!" }))).toMatchObject({
    kind: "error",
    good: false,
    payload: "It didn't work!",
  });
});

test("HubProtocol.md: StreamInvocation 4, StreamItem 2, CancelInvocation 5", () => {
  const hub = new Reading(signalr);
  expect(hub.sent(messages({ type: 4, invocationId: "7", target: "Counter", arguments: [] }))?.asks).toBe(
    true,
  );
  expect(hub.received(messages({ type: 2, invocationId: "7", item: 1 }))).toMatchObject({
    name: "StreamItem Counter",
    answers: "7",
    payload: 1,
  });
  expect(hub.sent(messages({ type: 5, invocationId: "7" }))?.name).toBe("CancelInvocation Counter");
});

test("HubProtocol.md: Ping 6 and Close 7", () => {
  const hub = new Reading(signalr);
  expect(hub.sent(messages({ type: 6 }))).toMatchObject({ kind: "heartbeat", beat: "sign" });
  expect(hub.received(messages({ type: 7 }))).toMatchObject({ kind: "system", name: "Close" });
  expect(hub.received(messages({ type: 7, error: "gone", allowReconnect: true }))?.kind).toBe("error");
  expect(hub.received(messages({ type: 12 }))?.unfamiliar).toBe(true);
});

test("several messages in one frame: the first's, with the number of the rest", () => {
  const three = messages({ type: 1, target: "Send", arguments: [] }, { type: 6 }, { type: 6 });
  expect(new Reading(signalr).received(three)?.name).toBe("Send (+2)");
});

test("without the record separator it is none", () => {
  expect(new Reading(signalr).received('{"type":6}')).toBeNull();
  expect(weightOf(signalr, false, '{"type":6}')).toBe(0);
  expect(weightOf(signalr, false, messages({ type: 6 }))).toBe(3);
  expect(weightOf(signalr, false, messages({ type: "chat" }))).toBe(0);
});

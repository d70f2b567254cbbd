// @vitest-environment node
import { expect, test } from "vitest";
import type { Runtime } from "webextension-polyfill";
import { type Told, Wire } from "../../src/bridge/wire";
import type { Batch } from "../../src/protocol";
import { FakePort } from "../support/fake-port";

const BATCH: Batch = ["1 0 0", "", "", null];
const HELLO = { type: "hello", timeOrigin: 5 } as const;

function setUp() {
  const ports: FakePort[] = [];
  const told: Told[] = [];
  const world = { reloaded: false };
  const connect = ({ name }: { name: string }) => {
    if (world.reloaded) throw new Error("Extension context invalidated.");
    ports.push(new FakePort(name));
    return ports.at(-1)?.asPort;
  };
  const wire = new Wire(
    { connect } as unknown as Runtime.Static,
    () => HELLO,
    (each) => told.push(each),
  );
  return { wire, ports, told, world };
}

test("a wire opens with the first socket, once, and says hello", () => {
  const { wire, ports } = setUp();
  wire.summon();
  wire.send(BATCH);
  expect(ports).toHaveLength(0);
  wire.wake();
  wire.wake();
  wire.send(BATCH);
  expect(ports.map(({ heard }) => heard)).toEqual([[HELLO, BATCH]]);
});

test("told to be silent it hangs up, and a summons opens it again", () => {
  const { wire, ports, told } = setUp();
  wire.wake();
  ports[0]?.say({ reader: 1, command: { type: "unwatch" } });
  ports[0]?.say({ type: "silence" });
  expect(told).toEqual([[1, { type: "unwatch" }], null]);
  expect(ports[0]?.open).toBe(false);
  wire.send(BATCH);
  wire.summon();
  expect(ports[1]?.heard).toEqual([HELLO]);
});

test("wanted, it opens without a socket", () => {
  const { wire, ports } = setUp();
  wire.summon(true);
  wire.summon(true);
  expect(ports.map(({ heard }) => heard)).toEqual([[HELLO]]);
});

test("what is to be done in the page lacks nothing, and fills its buffer", () => {
  const { wire, ports, told } = setUp();
  wire.wake();
  const data = new Uint8Array([9, 1, 2, 9]).subarray(1, 3);
  const say = (command: object) => ports[0]?.say({ reader: 4, command });
  say({ type: "send", socket: 1, data });
  say({ type: "receive", socket: 1, data });
  say({ type: "receive", socket: 1, data: "text" });
  say({ type: "close", socket: 1 });
  say({ type: "close", socket: 1, code: 4000, reason: "bye" });
  say({ type: "ack", next: 3, units: 5 });
  const bytes = new Uint8Array([1, 2]);
  expect(told).toEqual([
    [0, { type: "send", socket: 1, data: bytes }],
    [0, { type: "receive", socket: 1, data: bytes, blob: expect.any(Blob) }],
    [0, { type: "receive", socket: 1, data: "text", blob: undefined }],
    [0, { type: "close", socket: 1, code: undefined, reason: undefined }],
    [0, { type: "close", socket: 1, code: 4000, reason: "bye" }],
    [4, { type: "ack", next: 3, units: 5 }],
  ]);
  const { data: sent } = (told[0] as unknown as [0, { data: Uint8Array }])[1];
  expect(sent.buffer.byteLength).toBe(2);
});

test("cut off, by the worker's death or a reloaded extension, the tap is told and nothing is thrown", () => {
  const { wire, ports, told, world } = setUp();
  wire.wake();
  ports[0]?.hangUp();
  expect(told).toEqual([null]);
  world.reloaded = true;
  wire.summon();
  wire.send(BATCH);
  expect(ports).toHaveLength(1);
});

test("back from the back/forward cache it opens another port", () => {
  const { wire, ports, told } = setUp();
  wire.renew();
  expect(ports).toHaveLength(0);
  wire.wake();
  wire.renew();
  expect(ports.map(({ open }) => open)).toEqual([false, true]);
  expect(told.at(-1)).toBeNull();
});

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

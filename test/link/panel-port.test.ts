// @vitest-environment node
import { describe, expect, test } from "vitest";
import { openPanelPort } from "../../src/link/panel-port";
import type { PanelNotice } from "../../src/protocol";
import { FakePort } from "../support/fake-port";

/** A world whose clock stands still until it is told to go on. */
function fakeWorld() {
  const ports: FakePort[] = [];
  const timers: { at: number; task: () => void }[] = [];
  let now = 0;
  let alive = true;
  return {
    ports,
    end: () => {
      alive = false;
    },
    connect: ({ name }: { name: string }) => {
      if (!alive) throw new Error("Extension context invalidated.");
      const port = new FakePort(name);
      ports.push(port);
      return port;
    },
    after: (ms: number, task: () => void) => {
      timers.push({ at: now + ms, task });
    },
    pass(ms: number): void {
      now += ms;
      for (const timer of timers.splice(0)) {
        if (timer.at <= now) timer.task();
        else timers.push(timer);
      }
    },
  };
}

function opened() {
  const world = fakeWorld();
  const notices: PanelNotice[] = [];
  const link = openPanelPort(world, 7);
  link.receive((notice) => notices.push(notice));
  return { world, link, notices };
}

describe("the panel's door", () => {
  test("names the tab first, and passes on what comes", () => {
    const { world, notices } = opened();
    const [port] = world.ports;
    expect(port?.name).toBe("panel");
    expect(port?.take()).toEqual([{ type: "attach", tabId: 7 }]);
    port?.say({ type: "tab", state: "ready" });
    expect(notices).toEqual([{ type: "tab", state: "ready" }]);
  });

  test("keeps the worker awake: a beat before its 30 seconds are over, on the port that is open", () => {
    const { world } = opened();
    world.ports[0]?.take();
    for (let i = 0; i < 3; i++) {
      world.pass(20_000);
      expect(world.ports[0]?.take()).toEqual([{ type: "beat" }]);
    }
    world.ports[0]?.hangUp();
    world.ports[1]?.take();
    world.pass(20_000);
    expect(world.ports[0]?.take()).toEqual([]);
    expect(world.ports[1]?.take()).toEqual([{ type: "beat" }]);
  });

  test("opens again at once when the worker dies, and says anew which tab", () => {
    const { world, link } = opened();
    world.ports[0]?.say({ type: "tab", state: "ready" });
    world.ports[0]?.hangUp();
    expect(world.ports[1]?.take()).toEqual([{ type: "attach", tabId: 7 }]);
    link.send({ type: "detach" });
    expect(world.ports[1]?.take()).toEqual([{ type: "detach" }]);
  });

  test("a worker that hangs up without a word is tried ever more slowly, and at once again after it spoke", () => {
    const { world } = opened();
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      const before = world.ports.length;
      world.ports.at(-1)?.hangUp();
      let waited = 0;
      while (world.ports.length === before) {
        world.pass(100);
        waited += 100;
      }
      waits.push(waited);
    }
    expect(waits).toEqual([0, 100, 200, 400, 800, 1600, 3200, 5000, 5000]);
    world.ports.at(-1)?.say({ type: "tab", state: "ready" });
    const before = world.ports.length;
    world.ports.at(-1)?.hangUp();
    expect(world.ports.length).toBe(before + 1);
  });

  test("says once that the extension is gone, and tries no more", () => {
    const { world, notices, link } = opened();
    world.end();
    world.ports[0]?.hangUp();
    world.pass(1_000_000);
    expect(notices).toEqual([{ type: "severed" }]);
    expect(world.ports.length).toBe(1);
    expect(() => link.send({ type: "beat" })).not.toThrow();
  });
});

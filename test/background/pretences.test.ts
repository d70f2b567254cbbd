// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Browser } from "webextension-polyfill";
import { Pretences } from "../../src/background/pretences";
import type { Conditions } from "../../src/conditions";
import { marksOf } from "../../src/link/marks";
import { FIRST_PANEL_RULE, type ReaderId } from "../../src/protocol";

const OFFLINE: Conditions = {
  offline: { kind: "dropped", told: true, code: 1000, reason: "" },
  hidden: null,
};
const HIDDEN: Conditions = { offline: null, hidden: { frozen: false, cached: false } };
const [ONE, TWO] = [1, 2] as ReaderId[] as [ReaderId, ReaderId];

interface Rule {
  id: number;
  condition?: { tabIds?: number[] };
  action?: { type: string };
}

/** A browser with session rules, and a tab that can be told things. */
function setUp(left: Rule[] = []) {
  let rules = left;
  const world = { alone: false, refusing: false };
  /** What was done, in order. */
  const done: unknown[] = [];
  const browser = {
    declarativeNetRequest: {
      getSessionRules: async () => rules,
      updateSessionRules: async ({
        removeRuleIds,
        addRules,
      }: {
        removeRuleIds: number[];
        addRules: Rule[];
      }) => {
        if (world.refusing) throw new Error("Internal error.");
        rules = [...rules.filter(({ id }) => !removeRuleIds.includes(id)), ...addRules];
        const blocking = addRules.filter(({ action }) => action?.type === "block");
        done.push(["blocked", blocking.flatMap(({ condition }) => condition?.tabIds ?? [])]);
      },
    },
    tabs: {
      sendMessage: async (tabId: number, message: { conditions: Conditions | null }, to?: object) => {
        done.push(["documents", tabId, message.conditions, ...(to ? [to] : [])]);
        throw new Error("Receiving end does not exist.");
      },
    },
  };
  const pretences = new Pretences(
    browser as unknown as Browser,
    () => world.alone,
    (tabId, conditions) => done.push(["panels", tabId, conditions]),
  );
  const take = async () => {
    await vi.advanceTimersByTimeAsync(0);
    return done.splice(0);
  };
  return { pretences, world, take, rules: () => rules };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("what a tab is made to believe", () => {
  test("new sockets are blocked first, then its documents and panels are told; and the other way round", async () => {
    const { pretences, take, rules } = setUp();
    pretences.set(7, ONE, OFFLINE);
    expect(await take()).toEqual([
      ["blocked", [7]],
      ["documents", 7, OFFLINE],
      ["panels", 7, OFFLINE],
    ]);
    expect(rules()).toMatchObject([
      { id: 1, action: { type: "block" }, condition: { tabIds: [7], resourceTypes: ["websocket"] } },
      { id: 2, action: { type: "modifyHeaders" } },
    ]);
    pretences.set(7, ONE, null);
    expect(await take()).toEqual([
      ["blocked", []],
      ["documents", 7, null],
      ["panels", 7, null],
    ]);
    expect(rules()).toEqual([]);
  });

  test("hidden alone blocks nothing; several tabs share the rule; new documents find it in their policy", async () => {
    const { pretences, take, rules } = setUp([{ id: FIRST_PANEL_RULE }]);
    pretences.set(7, ONE, HIDDEN);
    expect(await take()).toContainEqual(["blocked", []]);
    pretences.set(8, ONE, OFFLINE);
    pretences.set(9, TWO, OFFLINE);
    await take();
    expect(rules().map(({ condition }) => condition?.tabIds)).toEqual([undefined, [8, 9], [7], [8], [9]]);
    expect(rules().slice(2)).toMatchObject(
      [HIDDEN, OFFLINE, OFFLINE].map((conditions) => ({
        action: {
          type: "modifyHeaders",
          responseHeaders: [
            { header: "Permissions-Policy", operation: "append", value: marksOf(conditions) },
          ],
        },
        condition: { resourceTypes: ["main_frame", "sub_frame"] },
      })),
    );
    for (const [tabId, panel] of [
      [7, ONE],
      [8, ONE],
      [9, TWO],
    ] as const)
      pretences.set(tabId, panel, null);
    await take();
    expect(rules()).toEqual([{ id: FIRST_PANEL_RULE }]);
  });

  test("the last panel to say so counts; what another one wants goes on when it leaves", async () => {
    const { pretences, take } = setUp();
    pretences.set(7, ONE, OFFLINE);
    pretences.set(7, TWO, HIDDEN);
    expect(pretences.of(7)).toEqual(HIDDEN);
    await take();
    pretences.leave(7, TWO);
    expect(await take()).toContainEqual(["documents", 7, OFFLINE]);
    pretences.leave(7, ONE);
    expect(await take()).toContainEqual(["documents", 7, null]);
    expect(pretences.of(7)).toBeNull();
  });

  test("any panel ends it; conditions that are none end it too", async () => {
    const { pretences } = setUp();
    pretences.set(7, ONE, OFFLINE);
    pretences.set(7, TWO, { offline: null, hidden: null });
    expect(pretences.of(7)).toBeNull();
  });

  test("documents are told again where there is something to tell", async () => {
    const { pretences, take } = setUp();
    pretences.repeat(7);
    expect(await take()).toEqual([]);
    pretences.set(7, ONE, HIDDEN);
    await take();
    pretences.repeat(7);
    expect(await take()).toEqual([["documents", 7, HIDDEN]]);
    // It may have found in its policy what is over.
    pretences.greet(8, 3);
    expect(await take()).toEqual([["documents", 8, null, { frameId: 3 }]]);
  });

  test("a tab that goes on under another id takes it along", async () => {
    const { pretences, take, rules } = setUp();
    pretences.set(7, ONE, OFFLINE);
    pretences.move(7, 9);
    pretences.move(5, 6);
    await take();
    expect([pretences.of(7), pretences.of(9)]).toEqual([null, OFFLINE]);
    expect(rules()[0]).toMatchObject({ condition: { tabIds: [9] } });
  });
});

describe("rules that are left over", () => {
  test("as long as a panel may be about to say it again, no document is told that it is over", async () => {
    const { pretences, take } = setUp([{ id: 1 }]);
    pretences.greet(7, 0);
    expect(await take()).toEqual([]);
    pretences.set(8, ONE, HIDDEN);
    await take();
    pretences.greet(8, 0);
    expect(await take()).toEqual([["documents", 8, HIDDEN, { frameId: 0 }]]);
    await vi.advanceTimersByTimeAsync(5_100);
    await take();
    pretences.greet(7, 0);
    expect(await take()).toEqual([["documents", 7, null, { frameId: 0 }]]);
  });

  test("without a panel after five seconds all are removed, panels' own too", async () => {
    const { world, rules } = setUp([{ id: 1 }, { id: 4200 }]);
    world.alone = true;
    await vi.advanceTimersByTimeAsync(4_900);
    expect(rules()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(200);
    expect(rules()).toEqual([]);
  });

  test("with a panel that pretends nothing any more only the worker's goes", async () => {
    const { rules } = setUp([{ id: 1 }, { id: 4200 }]);
    await vi.advanceTimersByTimeAsync(5_100);
    expect(rules()).toEqual([{ id: 4200 }]);
  });

  test("what a panel said again stays", async () => {
    const { pretences, rules } = setUp([{ id: 1, condition: { tabIds: [7] } }]);
    pretences.set(7, ONE, OFFLINE);
    await vi.advanceTimersByTimeAsync(5_100);
    expect(rules()[0]).toMatchObject({ id: 1, condition: { tabIds: [7] } });
  });

  test("a change that the browser refuses is told all the same, and does not stop the next", async () => {
    const { pretences, world, take, rules } = setUp();
    pretences.set(7, ONE, OFFLINE);
    await take();
    world.refusing = true;
    pretences.set(7, ONE, null);
    expect(await take()).toEqual([
      ["documents", 7, null],
      ["panels", 7, null],
    ]);
    world.refusing = false;
    pretences.leave(7, ONE);
    world.alone = true;
    pretences.leave(7, ONE);
    await take();
    expect(rules()).toEqual([]);
  });

  test("when the last panel leaves, whatever it wanted, all are removed", async () => {
    const { pretences, world, take, rules } = setUp([{ id: 4200 }]);
    world.alone = true;
    pretences.leave(7, ONE);
    await take();
    expect(rules()).toEqual([]);
  });
});

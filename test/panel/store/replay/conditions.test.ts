// @vitest-environment node
import { beforeEach, describe, expect, test } from "vitest";
import type { Conditions, Offline } from "../../../../src/conditions";
import { PretendedConditions } from "../../../../src/panel/store/replay/conditions";
import { unbrokenSince } from "../../../../src/panel/store/replay/outages";

const DROPPED: Offline = { kind: "dropped", told: true, code: 1012, reason: "" };
const CLOSED: Offline = { kind: "closed", told: false, code: 4001, reason: "bye" };
const HIDDEN = { frozen: false, cached: false };

let time: number;
let sent: (Conditions | null)[];
let conditions: PretendedConditions;

beforeEach(() => {
  time = 1000;
  sent = [];
  conditions = new PretendedConditions({ now: () => time }, (wish) => sent.push(wish));
});

/** The worker answers all that it was asked and has not answered yet. */
let answered = 0;
function answer(): void {
  for (; answered < sent.length; answered++) conditions.heard(structuredClone(sent[answered] ?? null));
}
beforeEach(() => {
  answered = 0;
});

function book(): [began: number, ended: number | null, kind: string, hidden: boolean][] {
  return conditions.outages.value.map(({ began, ended, offline, hidden }) => [
    began,
    ended,
    offline?.kind ?? "",
    hidden,
  ]);
}

test("both switches make one wish, and what is in force is what the worker says", () => {
  conditions.toggleOffline();
  expect(conditions.inForce.value).toBeNull();
  conditions.toggleHidden();
  expect(sent).toEqual([
    { offline: DROPPED, hidden: null },
    { offline: DROPPED, hidden: HIDDEN },
  ]);
  answer();
  expect(conditions.inForce.value).toEqual({ offline: DROPPED, hidden: HIDDEN });
  conditions.end();
  answer();
  expect(sent.at(-1)).toBeNull();
  expect([conditions.offline.value, conditions.hidden.value]).toEqual([false, false]);
});

test("answers that come after the next toggle move no switch", () => {
  conditions.toggleOffline();
  conditions.toggleOffline();
  conditions.toggleOffline();
  const seen: boolean[] = [];
  const stop = conditions.offline.subscribe((on) => seen.push(on));
  answer();
  stop();
  expect(seen).toEqual([true]);
  expect(book()).toHaveLength(2);
});

test("a worker that answers each wish with its latest word moves no switch either", () => {
  for (let i = 0; i < 3; i++) conditions.toggleHidden();
  for (let i = 0; i < 3; i++) {
    conditions.heard({ offline: null, hidden: HIDDEN });
    expect(conditions.hidden.value).toBe(true);
  }
});

test("another panel's wish is taken over, and said to be another's", () => {
  conditions.heard({ offline: CLOSED, hidden: null });
  expect(conditions.offline.value).toBe(true);
  expect(conditions.foreign.value).toBe(true);
  expect(conditions.offlineHow.value).toEqual(CLOSED);
  expect(sent).toEqual([]);
  conditions.toggleHidden();
  expect(conditions.foreign.value).toBe(false);
  expect(sent).toEqual([{ offline: CLOSED, hidden: HIDDEN }]);
  answer();
  conditions.heard(null);
  expect([conditions.offline.value, conditions.hidden.value, conditions.foreign.value]).toEqual([
    false,
    false,
    false,
  ]);
  expect(sent).toHaveLength(1);
});

test("another panel's wish that the worker heard before this panel's moves no switch", () => {
  conditions.toggleOffline();
  conditions.heard({ offline: null, hidden: HIDDEN });
  expect([conditions.offline.value, conditions.hidden.value]).toEqual([true, false]);
  answer();
  expect([conditions.offline.value, conditions.hidden.value]).toEqual([true, false]);
});

test("an answer that never comes is not waited for", () => {
  conditions.toggleOffline();
  time += 5000;
  conditions.heard(null);
  expect(conditions.offline.value).toBe(false);
});

test("what is in force can be ended even where the switches are off", () => {
  conditions.toggleOffline();
  conditions.toggleOffline();
  conditions.heard({ offline: null, hidden: HIDDEN });
  time += 5000;
  conditions.heard({ offline: null, hidden: HIDDEN });
  expect(conditions.hidden.value).toBe(true);
  conditions.end();
  expect(sent.at(-1)).toBeNull();
});

describe("the way to the worker is there again", () => {
  test("what is wanted is repeated, whatever the worker still says first", () => {
    conditions.toggleOffline();
    answer();
    conditions.repeat();
    conditions.heard(null);
    expect(conditions.offline.value).toBe(true);
    answer();
    expect(sent).toHaveLength(2);
    expect(conditions.inForce.value).toEqual({ offline: DROPPED, hidden: null });
    expect(book()).toEqual([[1000, null, "dropped", false]]);
  });

  test("what another panel wants is not repeated", () => {
    conditions.heard({ offline: DROPPED, hidden: null });
    conditions.repeat();
    expect(sent).toEqual([]);
    expect(conditions.offline.value).toBe(false);
    conditions.heard({ offline: DROPPED, hidden: null });
    expect(conditions.offline.value).toBe(true);
  });

  test("an end that was not heard is repeated, nothing else", () => {
    conditions.repeat();
    expect(sent).toEqual([]);
    conditions.toggleOffline();
    answer();
    conditions.end();
    conditions.repeat();
    expect(sent).toEqual([{ offline: DROPPED, hidden: null }, null, null]);
  });
});

describe("options", () => {
  test("while it is off they change nothing in the tab", () => {
    conditions.chooseKind("closed");
    conditions.adjust({ hiddenHow: { frozen: true, cached: true }, onClient: false });
    expect(sent).toEqual([]);
    conditions.toggleHidden();
    expect(sent).toEqual([{ offline: null, hidden: { frozen: true, cached: true } }]);
  });

  test("while it is on they apply at once", () => {
    conditions.toggleOffline();
    conditions.chooseKind("half-open");
    conditions.adjust({ offlineHow: CLOSED });
    conditions.adjust({ onPage: false });
    expect(sent.slice(1)).toEqual([
      { offline: { ...DROPPED, kind: "half-open" }, hidden: null },
      { offline: CLOSED, hidden: null },
      null,
    ]);
    expect(conditions.forClient.value.offline).toEqual(CLOSED);
    conditions.adjust({ onClient: false });
    expect(conditions.forClient.value.offline).toBeNull();
    expect(sent).toHaveLength(4);
  });

  test("the kind says whether the page is told, until the user has", () => {
    conditions.chooseKind("closed");
    expect(conditions.offlineHow.value.told).toBe(false);
    conditions.chooseKind("stalled");
    expect(conditions.offlineHow.value.told).toBe(true);
    conditions.chooseTold(false);
    conditions.chooseKind("dropped");
    expect(conditions.offlineHow.value.told).toBe(false);
  });
});

describe("the book of outages", () => {
  test("an outage is from on to off", () => {
    conditions.toggleOffline();
    time = 3000;
    conditions.toggleOffline();
    expect(book()).toEqual([[1000, 3000, "dropped", false]]);
    expect(unbrokenSince(conditions.outages.value)).toBeNull();
  });

  test("another kind is another outage, another reason is not; since when stays", () => {
    conditions.toggleOffline();
    time = 2000;
    conditions.chooseKind("closed");
    time = 3000;
    conditions.adjust({ offlineHow: CLOSED });
    expect(book()).toEqual([
      [1000, 2000, "dropped", false],
      [2000, null, "closed", false],
    ]);
    expect(unbrokenSince(conditions.outages.value)).toBe(1000);
  });

  test("hidden in the middle of an outage does not break it; after it, it goes on by itself", () => {
    conditions.toggleOffline();
    conditions.toggleHidden();
    conditions.toggleHidden();
    conditions.toggleHidden();
    time = 2000;
    conditions.toggleOffline();
    expect(book()).toEqual([
      [1000, 2000, "dropped", true],
      [2000, null, "", true],
    ]);
  });

  test("it says whether the page was in it; what acts on nobody is none", () => {
    conditions.adjust({ onPage: false });
    conditions.toggleOffline();
    expect(conditions.outages.value[0]?.onPage).toBe(false);
    conditions.adjust({ onClient: false });
    expect(conditions.outages.value).toMatchObject([{ ended: 1000 }]);
    expect(sent).toEqual([]);
  });

  test("the oldest are forgotten", () => {
    for (let i = 0; i < 60; i++) {
      conditions.toggleOffline();
      conditions.toggleOffline();
    }
    expect(book()).toHaveLength(50);
  });
});

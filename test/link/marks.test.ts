// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { Conditions, OfflineKind } from "../../src/conditions";
import { marksOf, readMarks } from "../../src/link/marks";

const KNOWN = [
  ...["ch-save-data", "private-state-token-issuance", "private-state-token-redemption"],
  ...["deferred-fetch-minimal", "gamepad", "camera"],
];

/** The policy of a document whose response had this header, in a browser that knows these features. */
function policy(header: string, known = KNOWN) {
  const off = header.split(", ").map((one) => one.replace("=()", ""));
  return {
    allowsFeature: (name: string) => known.includes(name) && !off.includes(name),
    features: () => known,
  };
}

function offline(kind: OfflineKind, told: boolean): Conditions {
  return { offline: { kind, told, code: 4000, reason: "x" }, hidden: null };
}

const HIDDEN: Conditions = { offline: null, hidden: { frozen: true, cached: true } };

describe("what a new document finds in its policy", () => {
  test.each([
    [offline("dropped", true), { kind: "refusing", told: true }, false],
    [offline("half-open", true), { kind: "half-open", told: true }, false],
    [offline("half-open", false), { kind: "half-open", told: false }, false],
    [HIDDEN, null, true],
    [
      { ...HIDDEN, ...offline("closed", true), hidden: HIDDEN.hidden },
      { kind: "refusing", told: true },
      true,
    ],
  ])("%j", (conditions, network, hidden) => {
    const read = readMarks(policy(marksOf(conditions) ?? ""));
    if (network) expect(read?.offline).toMatchObject(network);
    else expect(read?.offline).toBeNull();
    expect(read?.hidden !== null).toBe(hidden);
  });

  test("nothing, where the first script could see nothing", () => {
    expect(marksOf(offline("stalled", false))).toBeNull();
  });

  test.each([
    ["no policy", undefined],
    ["a policy of its own", policy("camera=()")],
    ["one of them for another reason", policy("ch-save-data=()")],
    ["others of them", policy("private-state-token-issuance=(), private-state-token-redemption=()")],
    ["everything is off", policy(KNOWN.map((name) => `${name}=()`).join(", "))],
    ["a browser that has none of these features", policy("", ["camera"])],
    ["a browser that has only the guard", policy("", ["camera", "gamepad"])],
  ])("nothing: %s", (_, given) => {
    expect(readMarks(given)).toBeNull();
  });
});

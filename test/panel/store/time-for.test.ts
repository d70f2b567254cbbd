import { expect, test } from "vitest";
import type { Capture } from "../../../src/model/capture";
import { timeFor } from "../../../src/panel/store/time-for";
import { nowOf } from "../../../src/panel/views/scope";
import { aSocket } from "../../support/a-socket";

test("a file ends for all of its sockets at once", () => {
  const imported = { id: 1, file: "demo.har" } as NonNullable<ReturnType<typeof aSocket>["imported"]>;
  const capture = { sockets: [] as ReturnType<typeof aSocket>[], start: 0, end: 0 } as unknown as Capture;
  const early = aSocket({ number: 1, createdAt: 10, closedAt: 20, imported });
  const late = aSocket({ number: 2, createdAt: 10, closedAt: 9_000, imported });
  (capture.sockets as unknown[]).push(early, late);
  expect(timeFor(early, capture, 1)).toBe(9_000);
  expect(nowOf(early, { capture } as Parameters<typeof nowOf>[1])).toBe(9_000);
  expect(timeFor(aSocket({ number: 3 }), capture, 123)).toBe(123);
});

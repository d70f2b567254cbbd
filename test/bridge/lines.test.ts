// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { Lines } from "../../src/bridge/lines";
import type { PageDoor } from "../../src/bridge/page-door";

const HALF_OPEN = { kind: "half-open", told: false, code: 1006, reason: "" } as const;

function socket(readyState: number): WebSocket {
  return Object.assign(new EventTarget(), { readyState, bufferedAmount: 0 }) as unknown as WebSocket;
}

/** How many of so many sockets are shown as connecting. */
function hanging(lines: Lines, count: number): number {
  let hang = 0;
  for (let number = 1; number <= count; number++) {
    if (lines.asked({ what: "readyState", socket: number, value: undefined, order: 0 }) === 0) hang++;
  }
  return hang;
}

test("a page that makes sockets without end has 5,000 that hang; the others fail by themselves", () => {
  const lines = new Lines({} as PageDoor, () => {});
  lines.begin(
    HALF_OPEN,
    () => {},
    () => {},
  );
  for (let number = 1; number <= 6000; number++) lines.add(socket(WebSocket.CONNECTING), number);
  expect(hanging(lines, 6000)).toBe(5000);
});

test("those that were there before are all in it", () => {
  const lines = new Lines({} as PageDoor, () => {});
  const collect = () => {
    for (let number = 1; number <= 6000; number++) lines.add(socket(WebSocket.CONNECTING), number);
  };
  lines.begin(HALF_OPEN, collect, () => {});
  expect(hanging(lines, 6000)).toBe(6000);
});

import { describe, expect, test } from "vitest";
import { Suspicions } from "../../../src/model/finding/suspicions";
import { Mark } from "../../../src/model/meaning/mark";
import { aSocket } from "../../support/a-socket";
import { inspect, said } from "./inspect";

const socket = aSocket({ number: 1 });

describe("single frames", () => {
  test("W45: keys that poison objects", () => {
    const suspicions = new Suspicions();
    suspicions.frame(said({ row: 7, socket }), Mark.Poisonous);
    suspicions.frame(said({ row: 8, socket }), Mark.Reply);
    expect(inspect([socket], { suspicions })).toMatchObject([
      { id: "poisonous-keys", severity: "warning", rows: [7], count: 1, sockets: [1] },
    ]);
  });

  test("only what is above 1,000,000 bytes is large", () => {
    const suspicions = new Suspicions();
    suspicions.frame(said({ row: 1, socket, size: 1_000_000 }), 0);
    suspicions.frame(said({ row: 2, socket, size: 1_000_001 }), 0);
    suspicions.frame(said({ row: 3, socket, size: 2_500_000, sent: false }), 0);
    expect(inspect([socket], { suspicions })).toMatchObject([
      { id: "large-frames", rows: [2, 3], title: "2 frames above 1,000,000 bytes, the largest 2,500,000" },
    ]);
  });

  test("P17, G10: what was sent while closing is lost", () => {
    const suspicions = new Suspicions();
    suspicions.frame(said({ row: 4, socket, unsent: true }), 0);
    expect(inspect([socket], { suspicions })).toMatchObject([
      { id: "sent-while-closing", severity: "error", rows: [4] },
    ]);
  });

  test("G02, C33: what is no JSON in a dialect of JSON", () => {
    const suspicions = new Suspicions();
    suspicions.frame(said({ row: 5, socket, sent: false }), Mark.Invalid);
    expect(inspect([socket], { suspicions })).toMatchObject([{ id: "invalid-json", rows: [5] }]);
  });

  test("the first 20 rows are kept, all are counted", () => {
    const suspicions = new Suspicions();
    for (let row = 0; row < 1000; row++) suspicions.frame(said({ row, socket }), Mark.Invalid);
    const [found] = inspect([socket], { suspicions });
    expect(found?.rows).toEqual(Array.from({ length: 20 }, (_, row) => row));
    expect(found?.count).toBe(1000);
  });
});

test("the newest received frame of each socket is known, however they alternate", () => {
  const suspicions = new Suspicions();
  const [one, two] = [aSocket({ number: 1 }), aSocket({ number: 2 })];
  for (const [row, on] of [one, two, one, one, two].entries()) {
    suspicions.frame(said({ row, socket: on, time: row * 10, sent: false }), 0);
  }
  suspicions.frame(said({ row: 9, socket: one, time: 90 }), 0);
  expect(suspicions.heard(1)).toEqual({ row: 3, time: 30 });
  expect(suspicions.heard(2)).toEqual({ row: 4, time: 40 });
  expect(suspicions.heard(3)).toBeUndefined();
});

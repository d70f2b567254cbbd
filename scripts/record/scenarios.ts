/** What is done on a page of the demo while its sockets are recorded. */
export interface Scenario {
  /** `test/captures/<name>.jsonl` */
  name: string;
  path: string;
  /** Buttons, by the milliseconds after the page was loaded at which they are pressed, in that order. */
  presses: readonly [at: number, button: string][];
  /** Milliseconds in all. */
  length: number;
}

/** Each page's first sockets are dropped by the server 5 s after they opened; see the pages. */
export const scenarios: readonly Scenario[] = [
  {
    name: "philjs",
    path: "/dialects/philjs",
    presses: [
      [1000, "Join"],
      [2000, "Say"],
      [3500, "Away"],
      [7500, "Say"],
      [8500, "Auth fails"],
      [9500, "Announce"],
      [13_000, "Disconnect"],
    ],
    length: 13_500,
  },
  {
    name: "guide",
    path: "/dialects/guide",
    presses: [
      [1000, "Join"],
      [2000, "Say"],
      [3000, "Leave"],
      [7500, "Auth fails"],
      [8500, "Announce"],
      [13_000, "Drop me"],
      [15_000, "Unmount"],
    ],
    length: 16_500,
  },
  {
    name: "warpkit",
    path: "/dialects/warpkit",
    presses: [
      [1000, "Join"],
      [2800, "Acknowledge"],
      [3500, "Leave"],
      [8000, "Announce"],
      [16_000, "Auth fails"],
      [18_500, "Drop me"],
    ],
    length: 21_500,
  },
  {
    name: "recker",
    path: "/dialects/recker",
    presses: [
      [1000, "Join"],
      [2000, "Announce"],
      [3500, "Leave"],
      [15_500, "STOP"],
    ],
    length: 16_500,
  },
  {
    name: "universal",
    path: "/dialects/universal",
    presses: [
      [1000, "Join"],
      [2000, "Say"],
      [3000, "New game"],
      [4000, "Leave"],
      [9500, "Announce"],
      [10_500, "Auth fails"],
      [12_000, "Auth works"],
    ],
    length: 18_000,
  },
  {
    name: "hostile",
    path: "/dialects/universal?drops=no&large=no",
    presses: [
      [1000, "Say"],
      [2000, "Hostile"],
      [4000, "Say"],
    ],
    length: 6000,
  },
];

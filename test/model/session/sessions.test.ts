import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Sessions } from "../../../src/model/session/sessions";
import type { Socket } from "../../../src/model/socket";
import type { DocumentId } from "../../../src/protocol";
import { aSocket } from "../../support/a-socket";

const closed = (number: number, createdAt: number, closedAt: number, facts: Partial<Socket> = {}) =>
  aSocket({ number, createdAt, openedAt: createdAt + 10, closedAt, state: "closed", code: 1006, ...facts });
const failed = (number: number, createdAt: number, closedAt: number) =>
  closed(number, createdAt, closedAt, { openedAt: undefined, failed: true });

function grouped(...sockets: Socket[]) {
  const sessions = new Sessions();
  for (const socket of sockets) sessions.add(socket);
  return sessions;
}

function numbers(sessions: Sessions): number[][] {
  return sessions.all.map(({ sockets }) => sockets.map(({ number }) => number));
}

describe("which sockets are one session (only the real traffic shows, 6)", () => {
  test("R-W1: same place with a new token at each attempt, a backoff step apart", () => {
    const sessions = grouped(
      closed(1, 0, 10_000, { url: "wss://app.test/ws?token=t1" }),
      closed(2, 10_869, 20_000, { url: "wss://app.test/ws?token=t2" }),
      aSocket({ number: 3, createdAt: 21_000, url: "wss://app.test/ws?token=t3" }),
    );
    expect(numbers(sessions)).toEqual([[1, 2, 3]]);
    expect(sessions.of(2)).toBe(sessions.all[0]);
    expect(sessions.all[0]?.place).toBe("wss://app.test/ws");
    expect(sessions.all[0]?.reason).toBe(
      "same address without its query, each begins 0.9 to 1.0 s after the one before ended",
    );
  });

  test("G22: sockets for different purposes, and two at once to one place, are sessions of their own", () => {
    expect(numbers(grouped(aSocket({ number: 1 }), aSocket({ number: 2, createdAt: 1 })))).toEqual([
      [1],
      [2],
    ]);
    const chat = closed(1, 0, 10, { url: "wss://app.test/chat" });
    expect(numbers(grouped(chat, aSocket({ number: 2, createdAt: 20, url: "wss://app.test/draw" })))).toEqual(
      [[1], [2]],
    );
    expect(numbers(grouped(closed(1, 0, 1000), closed(2, 999, 2000)))).toEqual([[1], [2]]);
  });

  test.each<[string, Partial<Socket>]>([
    ["document", { document: "document-2" as DocumentId }],
    ["list of subprotocols (K03)", { asked: ["chat-v2", "chat-v1"] }],
    ["transport", { transport: "EventSource" }],
    ["import", { imported: { id: 1, file: "a.har" } }],
  ])("another %s is another session", (_, facts) => {
    expect(numbers(grouped(closed(1, 0, 10), aSocket({ number: 2, createdAt: 1010, ...facts })))).toEqual([
      [1],
      [2],
    ]);
  });

  test("P06, R-K3: a cap of 30 s and 20 % more is still a backoff; 40 s is not, after a normal closure", () => {
    const begin = (createdAt: number, code: number) =>
      numbers(grouped(closed(1, 0, 0, { code }), aSocket({ number: 2, createdAt })));
    expect(begin(36_000, 1000)).toEqual([[1, 2]]);
    expect(begin(40_000, 1000)).toEqual([[1], [2]]);
  });

  test.each([1001, 1005, 1006, 1012, 1013])(
    "W29-W32: after %i a page may be offline or hidden for 10 minutes",
    (code) => {
      const sessions = grouped(closed(1, 0, 0, { code }), aSocket({ number: 2, createdAt: 600_000 }));
      expect(numbers(sessions)).toEqual([[1, 2]]);
      expect(sessions.all[0]?.reason).toBe(
        "same address, each begins 10.0 min after one that was cut off, as when a page is offline or hidden",
      );
      expect(numbers(grouped(closed(1, 0, 0, { code }), aSocket({ number: 2, createdAt: 600_001 })))).toEqual(
        [[1], [2]],
      );
    },
  );

  test("two clients that lose their sockets at the same moment stay two", () => {
    const a = { url: "wss://app.test/ws?room=a" };
    const b = { url: "wss://app.test/ws?room=b" };
    const sockets = [
      closed(1, 0, 100, a),
      closed(2, 1, 101, b),
      closed(3, 1100, 2000, b),
      closed(4, 1101, 2000, a),
    ];
    expect(numbers(grouped(...sockets))).toEqual([
      [1, 4],
      [2, 3],
    ]);
  });

  test("nothing follows a socket of which only the handshake was seen", () => {
    const unseen = { unseen: true as const };
    const sessions = grouped(
      closed(1, 0, 10),
      aSocket({ number: 2, createdAt: 20, ...unseen }),
      closed(3, 30, 40),
    );
    expect(numbers(sessions)).toEqual([[1, 3], [2]]);
  });
});

describe("reconnects", () => {
  test("P25, K29: attempts count up while tries fail, and from 1 after a socket that opened", () => {
    const sessions = grouped(
      closed(1, 0, 100),
      failed(2, 1100, 1110),
      failed(3, 3110, 3120),
      closed(4, 7120, 9000),
    );
    const { reconnects } = sessions.add(aSocket({ number: 5, createdAt: 10_000 }));
    expect(reconnects).toEqual([
      { from: 1, to: 2, delay: 1000, attempt: 1 },
      { from: 2, to: 3, delay: 2000, attempt: 2 },
      { from: 3, to: 4, delay: 4000, attempt: 3 },
      { from: 4, to: 5, delay: 1000, attempt: 1 },
    ]);
  });

  test("after a first connection that failed the first try is attempt 1", () => {
    expect(
      grouped(failed(1, 0, 100), failed(2, 1100, 1200)).add(failed(3, 3200, 3300)).reconnects,
    ).toMatchObject([
      { attempt: 1, delay: 1000 },
      { attempt: 2, delay: 2000 },
    ]);
  });

  test("they follow the facts of the sockets as these come in", () => {
    const second = aSocket({ number: 2, createdAt: 1100, state: "connecting" });
    const sessions = grouped(closed(1, 0, 100), second);
    Object.assign(second, { closedAt: 1200, state: "closed", failed: true, code: 1006 });
    expect(sessions.add(aSocket({ number: 3, createdAt: 3200 })).reconnects[1]).toMatchObject({ attempt: 2 });
  });

  test("a session of one has none, and no reason", () => {
    expect(grouped(aSocket()).all[0]).toMatchObject({ reconnects: [], reason: "" });
  });
});

const moment = fc.oneof(fc.integer({ min: 0, max: 200_000 }), fc.constant(Number.NaN));
const anySocket = fc.record(
  {
    url: fc.constantFrom("wss://a.test/ws?t=1", "wss://a.test/ws?t=2", "wss://b.test/", "no url", ""),
    createdAt: moment,
    closedAt: fc.option(moment, { nil: undefined }),
    openedAt: fc.option(moment, { nil: undefined }),
    code: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
    state: fc.constantFrom("connecting", "open", "closing", "closed", "gone"),
    asked: fc.constantFrom([], ["a"], ["a", "b"]),
    unseen: fc.option(fc.constant(true as const), { nil: undefined }),
  },
  { requiredKeys: ["url", "createdAt", "state", "asked"] },
);

test("any sockets, in any order: each is in one session, none overlaps another of its session", () => {
  fc.assert(
    fc.property(fc.array(anySocket, { maxLength: 40 }), (facts) => {
      const sockets = facts.map((each, index) =>
        aSocket({ ...(each as Partial<Socket>), number: index + 1 }),
      );
      const sessions = grouped(...sockets);
      expect(
        numbers(sessions)
          .flat()
          .toSorted((a, b) => a - b),
      ).toEqual(sockets.map(({ number }) => number));
      for (const session of sessions.all) {
        expect(session.reconnects.length).toBe(session.sockets.length - 1);
        expect(session.reason === "").toBe(session.sockets.length === 1);
        for (const [at, socket] of session.sockets.entries()) {
          expect(sessions.of(socket.number)).toBe(session);
          const before = session.sockets[at - 1];
          if (before)
            expect(socket.createdAt).toBeGreaterThanOrEqual(before.closedAt ?? Number.POSITIVE_INFINITY);
        }
      }
    }),
  );
});

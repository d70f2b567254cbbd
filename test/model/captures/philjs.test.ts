// @vitest-environment node
import { describe, expect, test } from "vitest";
import { tell } from "./told";

/**
 * The server cuts socket 1 after 5 s, refuses 2, restarts after 5 s of 3; the page disconnects 4. The client joins
 * room-abc at each open (P34), and knows nothing of the other room that was joined by a button (R-P6, P40).
 */
describe("the recording of PhilJS", () => {
  const told = tell("philjs");

  test("both ways are PhilJS's, on every socket with frames (C01)", () => {
    for (const number of [1, 3, 4]) expect(told.dialects(number)).toEqual(["philjs", "philjs"]);
  });

  test("every kind of message by its name and its room (P16, P31 to P38, R-P7)", () => {
    expect(told.said()).toEqual(
      [
        "> heartbeat ping",
        "> join room:join [room-abc]",
        "> join room:join [game-456]",
        "> join room:join [vault]",
        "> presence presence:join [room-abc]",
        "> presence presence:leave [room-abc]",
        "> presence presence:update [room-abc]",
        "> typing user:typing [room-abc]",
        "> message chat:message [room-abc]",
        "> message cursor:move [room-abc]",
        "> message game:move [game-456]",
        "> message demo:announce",
        "< heartbeat pong",
        "< join-confirmed room:joined [room-abc]",
        "< join-confirmed room:joined [game-456]",
        "< history room:history [room-abc]",
        "< history room:history [game-456]",
        "< join-refused room:error [vault]",
        "< member-joined room:user:joined [room-abc]",
        "< presence presence:join [room-abc]",
        "< presence presence:leave [room-abc]",
        "< presence presence:update [room-abc]",
        "< typing user:typing [room-abc]",
        "< message chat:message [room-abc]",
        "< message cursor:move [room-abc]",
        "< message game:move [game-456]",
        "< system system:announcement",
      ].sort(),
    );
  });

  test("room-abc is joined anew on each socket, game-456 is forgotten, the vault refused (R-P6)", () => {
    expect(told.rooms(1)).toEqual({
      "room-abc": { state: "confirmed", joins: 3, doubled: 0 },
      "game-456": { state: "lost", joins: 1, doubled: 0 },
      vault: { state: "refused", joins: 1, doubled: 0 },
    });
    // Only "joined" was said on socket 4: a restart forgets the bursts of the sockets before (R-P8).
    expect(told.members(1, "room-abc")).toEqual(["u-jonas", "u-mara", "u-robin"]);
    expect(told.events(1)).toEqual([
      "#1 joined room-abc",
      "#1 confirmed room-abc",
      "#1 joined game-456",
      "#1 confirmed game-456",
      "#3 rejoined room-abc",
      "#3 confirmed room-abc",
      "#3 joined vault",
      "#3 refused vault",
      "#3 forgotten game-456",
      "#4 rejoined room-abc",
      "#4 confirmed room-abc",
    ]);
  });

  test("a JSON ping every 1.5 s, each answered (P31, P32)", () => {
    // 5 s hold three; a fourth would come 1 s after the end.
    for (const number of [1, 3]) {
      const beats = told.beats(number);
      expect(beats).toMatchObject({ style: "JSON ping/pong", direction: "page", beats: 3, missed: 0 });
      expect(beats.interval).toBeGreaterThan(1400);
      expect(beats.interval).toBeLessThan(1600);
      expect(beats.rtt?.median).toBeLessThan(500);
    }
    // Socket 4 lived for less than one interval.
    expect(told.beats(4)).toMatchObject({ style: "none seen", direction: null, beats: 0, missed: 0 });
  });

  test("one session; 400 ms, doubled when an attempt fails (P25)", () => {
    expect(told.sessions()).toEqual([[1, 2, 3, 4]]);
    expect(told.reconnects(1).map(([attempt]) => attempt)).toEqual([1, 2, 1]);
    expect(told.policy(1)).toMatchObject({ name: "exponential", base: 400, explained: 3, of: 3 });
  });

  test("the own chat message comes back with its id (P39); nothing waits for a reply", () => {
    expect(told.pairs("Echo")).toEqual(
      Array(2).fill("< message chat:message [room-abc] <- > message chat:message [room-abc]"),
    );
    expect(told.pairs("Reply")).toEqual([]);
    expect(told.unanswered()).toEqual([]);
  });

  test("what is wrong: no jitter, and the forgotten room; nothing else", () => {
    // The restart comes 5 s after the server saw the socket, and 5 s is how long a page may take to join: either.
    expect(told.found(1, "not-rejoined")).toEqual(["no-jitter"]);
    const forgotten = told.finding(1, "not-rejoined");
    if (forgotten) {
      expect(forgotten.sockets).toEqual([3]);
      expect(forgotten.title).toMatch(/^1 room .*game-456$/);
    }
    for (const mark of ["Invalid", "Poisonous", "Unread"] as const) expect(told.marked(mark)).toEqual([]);
  });
});

// @vitest-environment node
import { describe, expect, test } from "vitest";
import { tell } from "./told";

/**
 * Sockets 1, 2, 3 and 7 are the chat's: cut after 5 s, refused, closed with 1000 "No pong received", open. Sockets 4, 5
 * and 6 are the private place's: without a token, with a wrong one, with a good one.
 */
describe("the recording of the universal mock server", () => {
  const told = tell("universal");
  const CHAT = [1, 2, 3, 7];
  /** The server counts its games. */
  const plain = (text: string) => text.replace(/game-\d+/, "game-N");

  test("universal both ways", () => {
    for (const number of [1, 3, 7]) expect(told.dialects(number)).toEqual(["universal", "universal"]);
    // One frame of {type, user} is as flat as it is universal.
    expect(["universal", "flat"]).toContain(told.dialects(6)[1]);
  });

  test("every kind of message by its name; a room only where the frame names one (U04 to U17, U29 to U36)", () => {
    expect([...new Set(told.said(...CHAT).map(plain))].sort()).toEqual(
      [
        // "join" names no room: the server decides (U09).
        "> join join",
        "> join join-room [general]",
        "> join join-room [dev]",
        "> join join-game [game-N]",
        "> leave leave-room [dev]",
        "> typing typing",
        "> message message [general]",
        "> message create-game",
        "> message game-action [game-N]",
        "> message demo-announce",
        "< connect welcome",
        "< connect connected",
        "< join-confirmed joined-lobby [lobby]",
        "< join-confirmed game-created [game-N]",
        "< member-joined user-joined [dev]",
        "< member-left user-left",
        "< typing typing",
        // Which of its rooms it went to cannot be told (U17).
        "< message chat-message",
        "< message game-update",
        "< message room-message",
        "< message announcement",
      ].sort(),
    );
    expect(told.said(4, 5, 6)).toEqual(["< auth-result authenticated"]);
  });

  test("general is joined on each socket, dev was left, the game is forgotten (U15, U16, U29, U30)", () => {
    const rooms = Object.entries(told.rooms(1)).map(([name, room]) => [plain(name), room]);
    expect(Object.fromEntries(rooms)).toEqual({
      general: { state: "unconfirmed", joins: 3, doubled: 0 },
      // The server's own doing (U29): never asked for.
      lobby: { state: "confirmed", joins: 0, doubled: 0 },
      dev: { state: "left", joins: 1, doubled: 0 },
      "game-N": { state: "lost", joins: 1, doubled: 0 },
    });
    const events = told.events(1).map(plain);
    expect(events.filter((event) => !/ (lobby|game-N)/.test(event))).toEqual([
      "#1 joined general",
      "#1 joined dev",
      "#1 left dev",
      "#3 rejoined general",
      "#7 rejoined general",
    ]);
    expect(events.filter((event) => event.includes("game-N"))).toEqual([
      "#1 confirmed game-N",
      "#1 joined game-N",
      "#3 forgotten game-N",
    ]);
    // Whoever left the server left no room that is named (U14).
    expect(told.members(1, "general")).toBeNull();
  });

  test("protocol pings are invisible: no heartbeat is claimed, and the close is explained (U23, R-U5)", () => {
    for (const number of [1, 3, 7]) {
      const beats = told.beats(number);
      expect(beats).toMatchObject({ style: "none seen", direction: null, beats: 0, missed: 0 });
      expect(beats.verdict.join(" ")).toMatch(/no script can see|invisible/i);
    }
    expect(told.beats(3).verdict[0]).toMatch(/1000 "No pong received".*looks like a normal close/);
  });

  test("a session for each place; the chat always waits a second", () => {
    expect(told.sessions()).toEqual([CHAT, [4, 5, 6]]);
    expect(told.reconnects(1).map(([attempt]) => attempt)).toEqual([1, 2, 1]);
    expect(told.policy(1)).toMatchObject({ name: "constant", base: 1000, explained: 3, of: 3 });
    expect(told.policy(4)).toBeNull();
  });

  test("what is wrong: no jitter, the forgotten game; the token in the private place's address", () => {
    // "No pong received" is no close on purpose, so socket 7 is no zombie. Socket 3 lived for some 5 s: either.
    expect(told.found(1, "not-rejoined")).toEqual(["no-jitter"]);
    expect(told.finding(1, "not-rejoined")?.title ?? "1 room: game-1").toMatch(/^1 room.*game-\d+$/);
    expect(told.found(4)).toEqual(["token-in-url"]);
    expect(told.finding(4, "token-in-url")?.sockets).toEqual([5, 6]);
    for (const mark of ["Invalid", "Poisonous", "Reply", "Echo"] as const)
      expect(told.marked(mark)).toEqual([]);
  });
});

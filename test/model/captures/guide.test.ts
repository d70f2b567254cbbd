// @vitest-environment node
import { describe, expect, test } from "vitest";
import { tell } from "./told";

/**
 * Sockets 1, 3, 4, 5, 6 and 7 are the chat's: cut after 5 s, refused, restarted after 5 s, cut by a button, unmounted,
 * and opened once more by the hook's own `onclose` (R-P11). Socket 2 is the presence's (G22).
 */
describe("the recording of the guide's hooks", () => {
  const told = tell("guide");
  const CHAT = [1, 3, 4, 5, 6, 7];

  test("flat both ways (G05)", () => {
    for (const number of [1, 2, 4, 5, 6, 7]) expect(told.dialects(number)).toEqual(["flat", "flat"]);
  });

  test("every kind of message of the chat by its name and its room (G12, G13, G23, G24)", () => {
    expect(told.said(...CHAT)).toEqual(
      [
        "> heartbeat ping",
        "> join join [general]",
        "> join join [random]",
        "> join join [staff]",
        "> leave leave [random]",
        "> typing typing [general]",
        "> message message [general]",
        "> message demo:announce",
        "> message demo:cut",
        "< heartbeat pong",
        "< join-confirmed joined [general]",
        "< join-confirmed joined [random]",
        // With a userId "left" is another member's leaving.
        "< member-left left [general]",
        "< member-left left [random]",
        "< typing typing [general]",
        "< typing typing [random]",
        "< message message [general]",
        "< message message [random]",
        "< system system:notice",
        "< error error",
        "< message announcement",
      ].sort(),
    );
  });

  test("presence, whose room goes by roomId on the way out, and is not said on the way in (G20, G21)", () => {
    expect(told.said(2)).toEqual([
      "< presence presence:join",
      "< presence presence:leave",
      "< presence presence:update",
      "> presence presence:update [room-123]",
    ]);
    expect(told.rooms(2)).toEqual({ "room-123": { state: "unconfirmed", joins: 0, doubled: 0 } });
    expect(told.events(2)).toEqual([]);
  });

  test("general is joined on each socket, random was left, staff never let anybody in", () => {
    // The error says "You may not join staff" in words only: no frame refuses staff, so it stays asked for. It was
    // never joined, so it cannot be forgotten either.
    expect(told.rooms(1)).toEqual({
      general: { state: "confirmed", joins: 5, doubled: 0 },
      random: { state: "left", joins: 1, doubled: 0 },
      staff: { state: "requested", joins: 1, doubled: 0 },
    });
    expect(told.events(1)).toEqual([
      "#1 joined general",
      "#1 confirmed general",
      "#1 joined random",
      "#1 confirmed random",
      "#1 left random",
      "#4 rejoined general",
      "#4 confirmed general",
      "#4 joined staff",
      "#5 rejoined general",
      "#5 confirmed general",
      "#6 rejoined general",
      "#6 confirmed general",
      "#7 rejoined general",
      "#7 confirmed general",
    ]);
    // Jonas leaves 2.8 s after the last open, if that is still in the file.
    const members = told.members(1, "general");
    expect(members).toEqual(expect.arrayContaining(["robin", "u-mara"]));
    expect(["robin", "u-jonas", "u-mara"]).toEqual(expect.arrayContaining(members ?? []));
  });

  test("a ping a second on the chat, each answered; none on the presence (G23)", () => {
    // 5 s hold four, and a fifth if it comes before the end.
    for (const number of [1, 4]) {
      const beats = told.beats(number);
      expect(beats).toMatchObject({ style: "JSON ping/pong", direction: "page", missed: 0 });
      expect([4, 5]).toContain(beats.beats);
      expect(beats.interval).toBeGreaterThan(930);
      expect(beats.interval).toBeLessThan(1070);
    }
    for (const number of [5, 6, 7])
      expect(told.beats(number)).toMatchObject({ direction: "page", missed: 0 });
    expect(told.beats(2)).toMatchObject({ style: "none seen", direction: null, beats: 0 });
  });

  test("two clients of one page are two sessions; 400 ms, doubled when an attempt fails (G07)", () => {
    expect(told.sessions()).toEqual([CHAT, [2]]);
    expect(told.reconnects(1).map(([attempt]) => attempt)).toEqual([1, 2, 1, 1, 1]);
    expect(told.policy(1)).toMatchObject({ name: "exponential", base: 400, explained: 5, of: 5 });
  });

  test("the server's copy of the own message has no id to be known by, and nothing waits for a reply", () => {
    expect(told.pairs("Echo")).toEqual([]);
    expect(told.pairs("Reply")).toEqual([]);
    expect(told.unanswered()).toEqual([]);
  });

  test("what is wrong: no jitter, and the socket that came back after unmounting (R-P11)", () => {
    // The fifth attempt comes some 10 s after the first: whether that is within 10 s is a matter of ms.
    expect(told.found(1, "retry-storm")).toEqual(["no-jitter", "zombie"]);
    expect(told.finding(1, "zombie")?.sockets).toEqual([7]);
    expect(told.found(2)).toEqual([]);
  });
});

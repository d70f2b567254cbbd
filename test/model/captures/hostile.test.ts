// @vitest-environment node
import { describe, expect, test } from "vitest";
import { tell } from "./told";

/** The universal page, and a server that says what it can to do harm (`demo/handlers/dialects/hostile.ts`). */
describe("the recording of a hostile server", () => {
  const told = tell("hostile");
  const text = (row: number) => String(told.capture.payload(row));

  test("the dialect is not shaken", () => {
    expect(told.sessions()).toEqual([[1]]);
    expect(told.dialects(1)).toEqual(["universal", "universal"]);
  });

  test("each frame of its is what it is", () => {
    const lines = told.lines(1);
    const first = lines.indexOf("> message demo-hostile") + 1;
    expect(lines.slice(first, first + 16)).toEqual([
      "< message message",
      "< member-joined user-joined [__proto__]",
      "< message __proto__",
      "< message <script>document.title='owned'</script>",
      "< message message",
      // What should be JSON and is none has no meaning; its text stays.
      "< unknown ",
      "< unknown ",
      // A digit that nobody asked for, or answers: which heartbeat's cannot be told, see below.
      expect.any(String),
      expect.any(String),
      "< message text",
      "< message text",
      "< message null",
      "< message array of 0",
      "< message type",
      // Empty frames are legal.
      "< message text",
      "< message binary",
    ]);
  });

  test("__proto__ is a room and a person like others", () => {
    expect(told.rooms(1)).toEqual({
      general: { state: "unconfirmed", joins: 1, doubled: 0 },
      lobby: { state: "confirmed", joins: 0, doubled: 0 },
      ["__proto__"]: { state: "unconfirmed", joins: 1, doubled: 0 },
    });
    expect(told.members(1, "__proto__")).toEqual(["__proto__"]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test("one frame is poisonous, two are broken: `42`, `null` and nothing at all are not", () => {
    expect(told.marked("Poisonous").map(text)).toEqual([
      expect.stringMatching(/^\{"type":"message","__proto__":/),
    ]);
    expect(told.marked("Invalid").map(text)).toEqual(['{"type":"message","text":', "{'type': 'message'}"]);
    expect(told.found(1)).toEqual(["invalid-json", "poisonous-keys"]);
  });

  test("a lone 2 and a lone 3 from the server are no heartbeat", () => {
    // 2 in wants 3 out, and 3 in answers 2 out ("Heartbeat pairing needs direction"): neither is there.
    expect(told.beats(1)).toMatchObject({ direction: null, beats: 0, missed: 0 });
  });
});

// @vitest-environment node
import { describe, expect, it } from "vitest";
import { compilePattern } from "../../demo/server/path-pattern";

describe("compilePattern", () => {
  it("matches a plain path as a whole", () => {
    const match = compilePattern("/ws/chat");
    expect(match("/ws/chat")).toEqual({});
    expect(match("/ws/chat/")).toBeUndefined();
    expect(match("/ws/chatter")).toBeUndefined();
    expect(match("/x/ws/chat")).toBeUndefined();
  });

  it("takes variables from segments and parts of segments", () => {
    expect(compilePattern("/ws/game/{gameId}")("/ws/game/42")).toEqual({ gameId: "42" });
    expect(compilePattern("/{a}/x-{b}.json")("/one/x-two.json")).toEqual({ a: "one", b: "two" });
  });

  it("never lets a variable be empty or span segments", () => {
    const match = compilePattern("/ws/game/{gameId}");
    expect(match("/ws/game/")).toBeUndefined();
    expect(match("/ws/game/1/2")).toBeUndefined();
  });

  it("decodes variables, and does not match what cannot be decoded", () => {
    const match = compilePattern("/room/{name}");
    expect(match("/room/caf%C3%A9%2Fbar")).toEqual({ name: "café/bar" });
    expect(match("/room/%E0%A4%A")).toBeUndefined();
  });

  it("reads characters that mean something in expressions as themselves", () => {
    const match = compilePattern("/v1.0/(a+b)*");
    expect(match("/v1.0/(a+b)*")).toEqual({});
    expect(match("/v1x0/(a+b)*")).toBeUndefined();
  });

  it.each([
    ["ws/chat", 'must be a path that starts with "/"'],
    ["", 'must be a path that starts with "/"'],
    ["/ws/{}", 'bad variable name: "{}"'],
    ["/ws/{a b}", 'bad variable name: "{a b}"'],
    ["/ws/{a}/{a}", 'names "{a}" twice'],
    ["/ws/{a", "a brace without its partner"],
    ["/ws/a}", "a brace without its partner"],
  ])("refuses %j", (pattern, message) => {
    expect(() => compilePattern(pattern)).toThrow(message);
  });
});

// @vitest-environment node
import { describe, expect, it } from "vitest";
import { assertSendableCode, clipReason } from "../../demo/server/close-frame";

describe("clipReason", () => {
  it("leaves up to 123 bytes alone", () => {
    expect(clipReason("")).toBe("");
    expect(clipReason("a".repeat(123))).toBe("a".repeat(123));
  });

  it("cuts longer ones to 123 bytes", () => {
    expect(clipReason("a".repeat(200))).toBe("a".repeat(123));
  });

  it.each([
    ["é", 61, 122],
    ["€", 41, 123],
    ["😀", 30, 120],
  ])("never splits %s", (character, count, bytes) => {
    const clipped = clipReason(character.repeat(100));
    expect(clipped).toBe(character.repeat(count));
    expect(Buffer.byteLength(clipped)).toBe(bytes);
  });
});

describe("assertSendableCode", () => {
  it.each([1000, 1001, 1003, 1007, 1011, 1014, 3000, 4001, 4999])("takes %d", (code) => {
    expect(() => assertSendableCode(code)).not.toThrow();
  });

  it.each([0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 1000.5, Number.NaN])("refuses %d", (code) => {
    expect(() => assertSendableCode(code)).toThrow(`Close code ${code} cannot be sent`);
  });
});

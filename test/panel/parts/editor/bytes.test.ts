import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { base64Of, bytesOfBase64 } from "../../../../src/panel/parts/editor/bytes-base64";
import { draftOf, MOST_EDITED, typedDraft } from "../../../../src/panel/parts/editor/bytes-draft";
import { bytesOfHex } from "../../../../src/panel/parts/editor/bytes-hex";
import { changeBetween } from "../../../../src/panel/parts/editor/change-between";

const bytes = (...values: number[]) => Uint8Array.from(values);

describe("hex", () => {
  test.each(["48 65 6c", "48656C", "0x48 0x65 0X6c", "0x48656c", " 48\n65\t6c\r\n"])(
    "%j is three bytes",
    (text) => {
      expect(bytesOfHex(text)).toEqual(bytes(0x48, 0x65, 0x6c));
    },
  );

  test("nothing is no bytes", () => {
    expect(bytesOfHex(" \n")).toEqual(bytes());
  });

  test.each([
    ["48 6", 3, "6 is half a byte: each takes two digits"],
    ["4 8", 0, "4 is half a byte: each takes two digits"],
    ["486g", 3, "g is no hex digit"],
    ["zz", 0, "z is no hex digit"],
    ["48\ud83d\ude00", 2, "\ud83d\ude00 is no hex digit"],
    ["48 0x", 3, "0x without digits"],
    ["480x65", 3, "x is no hex digit"],
  ])("%j is wrong at %i", (text, at, message) => {
    expect(bytesOfHex(text)).toEqual({ at, message });
  });
});

describe("base64", () => {
  test("reads what it writes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (given) => {
        const text = base64Of(given);
        expect(bytesOfBase64(text)).toEqual(given);
        expect(bytesOfBase64(text.replaceAll("=", ""))).toEqual(given);
        expect(bytesOfBase64(text.replaceAll("+", "-").replaceAll("/", "_"))).toEqual(given);
        expect(bytesOfBase64([...text].join("\n"))).toEqual(given);
      }),
    );
  });

  test.each([
    ["AAA*", 3, "* is no base64 digit"],
    ["A", 0, "The last digit is one too many, or the text is cut off"],
    ["AA=", 2, "The padding is cut off: = is missing"],
    ["AAA==", 4, "= is one too many here"],
    ["AAAA=", 4, "= is one too many here"],
    ["AA==AA", 4, "Nothing may follow the = at the end"],
    ["AB", 1, "B has bits beyond the last byte"],
    ["AAB=", 2, "B has bits beyond the last byte"],
    ["+A_A", 2, "_ is url-safe, but a digit before it is standard"],
  ])("%j is wrong at %i", (text, at, message) => {
    expect(bytesOfBase64(text)).toEqual({ at, message });
  });
});

describe("a draft", () => {
  test("keeps the bytes it was given, until somebody types", () => {
    const given = bytes(1, 255);
    expect(draftOf(given, "hex")).toEqual({ notation: "hex", text: "01 ff", bytes: given, fault: null });
    expect(draftOf(given, "hex").bytes).toBe(given);
    expect(draftOf(given, "base64").text).toBe("Af8=");
    expect(typedDraft("01 f", "hex")).toMatchObject({ bytes: null, fault: { at: 3 } });
    expect(typedDraft("Af8=", "base64").bytes).toEqual(given);
  });

  test("of too many bytes is no text", () => {
    expect(draftOf(new Uint8Array(MOST_EDITED + 1), "hex").text).toBeNull();
    expect(draftOf(new Uint8Array(MOST_EDITED), "hex").text).toHaveLength(MOST_EDITED * 2);
  });
});

test("the change between texts makes one of the other, and is small", () => {
  expect(changeBetween("one two", "one 2 two")).toEqual({ from: 4, to: 4, insert: "2 " });
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const { from, to, insert } = changeBetween(a, b);
      expect(a.slice(0, from) + insert + a.slice(to)).toBe(b);
    }),
  );
});

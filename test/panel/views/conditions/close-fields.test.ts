// @vitest-environment node
import { expect, test } from "vitest";
import { codeProblem, reasonProblem } from "../../../../src/panel/views/conditions/close-fields";

test.each(["1000", " 1012 ", "1014", "3000", "4999"])("a server may close with %s", (text) => {
  expect(codeProblem(text)).toBe("");
});

test.each(["", "999", "5000", "1e3", "-1000", "1000.5", "4001x", "0x3e9"])("%o is no close code", (text) => {
  expect(codeProblem(text)).toBe("A close code is a number from 1000 to 4999.");
});

test.each(["1005", "1006", "1015"])("%s is never sent", (text) => {
  expect(codeProblem(text)).toContain(`${text} is never sent`);
});

test("a reason has room for 123 bytes of UTF-8", () => {
  expect(reasonProblem("")).toBe("");
  expect(reasonProblem("a".repeat(123))).toBe("");
  expect(reasonProblem("\u00e9".repeat(61))).toBe("");
  expect(reasonProblem("\u00e9".repeat(62))).toBe("1 byte too long: a close frame has room for 123.");
  expect(reasonProblem("\ud83d\udc1f".repeat(31))).toBe("1 byte too long: a close frame has room for 123.");
  expect(reasonProblem("a".repeat(125))).toContain("2 bytes too long");
});

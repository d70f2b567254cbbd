// @vitest-environment node
import { describe, expect, test } from "vitest";
import { parse } from "../../src/client/parse";
import { resolveUrl } from "../../src/client/resolve-url";
import { throttle } from "../../src/client/throttle";
import { digits } from "../../src/client/words";

describe("throttle", () => {
  test("G27 G28 P44: leading edge, calls within the time are dropped, none is made up for", () => {
    let now = 0;
    const calls: number[] = [];
    const call = throttle(
      (value: number) => calls.push(value),
      50,
      () => now,
    );
    for (now = 0; now < 1000; now += 10) call(now);
    expect(calls).toHaveLength(20);
    expect(calls.slice(0, 3)).toEqual([0, 50, 100]);
  });
});

describe("parse", () => {
  test("W45 R-W16: poisoned keys vanish at every depth, the rest stays", () => {
    const parsed = parse('{"__proto__":{"x":1},"a":{"constructor":1,"b":[{"prototype":1,"c":null}]}}');
    expect(parsed).toEqual({ a: { b: [{ c: null }] } });
    expect(Object.hasOwn(parsed as object, "__proto__")).toBe(false);
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect(parse("3")).toBe(3);
    expect(() => parse("{")).toThrow(SyntaxError);
  });
});

describe("the address of a socket", () => {
  test.each([
    ["ws://a/b", "ws://a/b"],
    ["wss://a/b?token=t#part", "wss://a/b?token=t"],
    ["http://a/b", "ws://a/b"],
    ["https://a:8443/b", "wss://a:8443/b"],
    ["/chat", "wss://page.example/chat"],
    ["chat", "wss://page.example/app/chat"],
    ["//other/x", "wss://other/x"],
    [" wss://a/ ", "wss://a/"],
  ])("K01 K45 P02: %s on a https page is %s", (url, resolved) => {
    expect(resolveUrl(url, "https://page.example/app/index.html")).toBe(resolved);
  });

  test.each([
    ["", "The address is empty"],
    ["ftp://a/", "“ftp:” is no address of a socket: use ws://, wss://, http:// or https://"],
    ["ws://", "“ws://” is not an address"],
    ["ws://a:99999/", "“ws://a:99999/” is not an address"],
  ])("K45: %j is refused with a reason", (url, message) => {
    expect(() => resolveUrl(url, "https://page.example/")).toThrow(message);
  });
});

test("numbers in the log", () => {
  expect([0, 1742, 1_000_000, 0.2, 1.30001, Number.POSITIVE_INFINITY].map(digits)).toEqual([
    "0",
    "1,742",
    "1,000,000",
    "0.2",
    "1.3",
    "∞",
  ]);
});

import { describe, expect, test } from "vitest";
import { ReplayForm } from "../../../../src/panel/store/replay/replay-form";

function form(page: string | undefined = "https://app.test/some/page"): ReplayForm {
  const it = new ReplayForm(() => page);
  it.lookAtPage();
  return it;
}

describe("the address", () => {
  test.each([
    ["wss://x.test/a", "wss://x.test/a"],
    [" /live ", "wss://app.test/live"],
    ["https://x.test/a#b", "wss://x.test/a"],
  ])("%j leads to %s", (url, address) => {
    const it = form();
    it.url.value = url;
    expect([it.address.value, it.problem.value]).toEqual([address, ""]);
  });

  test("a relative one needs a page, and follows it", () => {
    let page: string | undefined;
    const it = new ReplayForm(() => page);
    it.url.value = "/live";
    expect(it.problem.value).toContain("the page that it could belong to is not known");
    page = "http://other.test/";
    it.lookAtPage();
    expect(it.address.value).toBe("ws://other.test/live");
  });

  test.each(["", "ftp://x", "ws://"])("%j is a problem", (url) => {
    const it = form();
    it.url.value = url;
    expect(it.problem.value).not.toBe("");
    expect(it.address.value).toBe("");
  });
});

test.each(["a, b", "", "graphql-transport-ws"])("subprotocols %j are fine", (list) => {
  const it = form();
  it.protocols.value = list;
  expect(it.protocolsProblem.value).toBe("");
});

test.each(["a a", "a;b", "ä"])("subprotocols %j are not", (list) => {
  const it = form();
  it.protocols.value = list;
  expect(it.protocolsProblem.value).not.toBe("");
});

test("headers count for sockets of the extension only", () => {
  const it = form();
  it.headers.value = [{ name: "no good", value: "x" }];
  expect(it.headersProblem.value).toBe("");
  it.from.value = "extension";
  expect(it.headersProblem.value).toContain("no good");
  it.headers.value = [{ name: "Origin", value: "a\nb" }];
  expect(it.headersProblem.value).toContain("one line");
  it.headers.value = [{ name: "", value: "" }];
  expect(it.headersProblem.value).toBe("");
});

test("options are taken from JSON under the names of known libraries, into those that are there", () => {
  const it = form();
  it.change("factor", 3);
  const pasted = it.paste('{"maxReconnectAttempts": 7, "heartbeat": {"interval": 99}, "proxy": "x"}');
  expect(pasted.taken).toBe(2);
  expect(pasted.refused.map(({ key }) => key)).toEqual(["proxy"]);
  expect(it.options.value).toMatchObject({
    factor: 3,
    attempts: 7,
    heartbeat: { interval: 99, style: "digit" },
  });
});

test("another preset sets all options anew", () => {
  const it = form();
  it.change("heartbeat.interval", 1);
  it.choose("recker");
  expect(it.options.value).toEqual(it.defaults.value);
  expect(it.options.value.reconnect).toBe(false);
});

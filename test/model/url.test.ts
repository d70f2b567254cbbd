import { expect, test } from "vitest";
import { placeOf } from "../../src/model/place";
import { maskedQuery, maskedUrl, urlParts } from "../../src/model/url";
import { aSocket } from "../support/a-socket";

test.each([
  "token",
  "access_token",
  "auth",
  "key",
  "api_key",
  "apiKey",
  "password",
  "secret",
  "jwt",
  "sid",
  "sessionId",
  "X-Amz-Signature",
])("the value of %s is not shown", (key) => {
  expect(maskedQuery(`?v=2&${key}=hunter2&room=a`)).toBe(`?v=2&${key}=\u2022\u2022\u2022\u2022&room=a`);
});

test.each(["?room=a&author=ada", "?monkey=1", "?keyboard=de", "?token=", "?", ""])(
  "%s is shown as it is",
  (query) => {
    expect(maskedQuery(query)).toBe(query);
  },
);

test("an escaped key is no way around", () => {
  expect(maskedQuery("?to%6ben=hunter2")).not.toContain("hunter2");
});

test("user and password are left out", () => {
  expect(maskedUrl("wss://ada:hunter2@app.test/ws?token=x")).toBe(
    "wss://app.test/ws?token=\u2022\u2022\u2022\u2022",
  );
});

test("what is no URL is all path", () => {
  expect(urlParts("not a url")).toEqual({ origin: "", path: "not a url", query: "" });
});

test("the place of a socket leaves out the query, which changes at each attempt", () => {
  expect(placeOf(aSocket({ url: "wss://app.test:8080/ws/a?token=1" }))).toBe("wss://app.test:8080/ws/a");
});

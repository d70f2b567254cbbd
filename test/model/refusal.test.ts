import { expect, test } from "vitest";
import { explainRefusal } from "../../src/model/refusal";

test.each([
  [{ status: 401 }, /answers 401 Unauthorized$/, /Authorization/],
  [{ status: 426 }, /answers 426 Upgrade Required$/, /server of sockets is there/],
  [{ status: 200 }, /answers 200$/, /ordinary page/],
  [{ status: 418 }, /answers 418$/, /log/],
  [{ error: "net::ERR_CONNECTION_REFUSED" }, /Nobody listens/, /running/],
  [{ error: "net::ERR_CERT_AUTHORITY_INVALID" }, /certificate/, /https/],
  [{ error: "net::ERR_SOMETHING" }, /asked \(net::ERR_SOMETHING\)$/, /address/],
  [{}, /asked$/, /address/],
])("%j in words, with advice", (refusal, what, advice) => {
  const explained = explainRefusal(refusal);
  expect(explained.what).toMatch(what);
  expect(explained.advice).toMatch(advice);
});

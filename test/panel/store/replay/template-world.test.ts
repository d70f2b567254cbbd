import { expect, test } from "vitest";
import { Capture, RowFlag } from "../../../../src/model/capture";
import { Understanding } from "../../../../src/model/meaning/understanding";
import { lastNamed, Templates } from "../../../../src/panel/store/replay/template-world";
import { aSocket } from "../../../support/a-socket";

function heard(...frames: [flags: number, payload: string][]) {
  const capture = new Capture();
  const socket = capture.addSocket(aSocket());
  for (const [flags, payload] of frames) capture.append({ time: 1, socket, flags, size: 1, payload });
  const understanding = new Understanding(capture);
  while (understanding.behind) understanding.advance();
  return { capture, meanings: understanding.meanings, now: () => 1_800_000_000_000 };
}

const joined = (id: number) => JSON.stringify({ type: "joined", room: "a", payload: { id } });

test("the last frame of a name is the newest received one", () => {
  const around = heard([0, joined(1)], [0, joined(2)], [RowFlag.Sent, joined(3)], [0, '{"type":"left"}']);
  expect(lastNamed(around, "joined")).toBe(joined(2));
  expect(lastNamed(around, "nobody said this")).toBeNull();
  const { text, problems } = new Templates(around).fill('{"id":{{last "joined" "payload.id"}}}');
  expect({ text, problems }).toEqual({ text: '{"id":2}', problems: [] });
});

test("it is looked for in the last 20,000 rows only", () => {
  const many = Array.from({ length: 20_000 }, (): [number, string] => [0, '{"type":"left"}']);
  expect(lastNamed(heard([0, joined(1)], ...many.slice(1)), "joined")).toBe(joined(1));
  expect(lastNamed(heard([0, joined(1)], ...many), "joined")).toBeNull();
});

test("the counter counts what was sent, not what was looked at", () => {
  const templates = new Templates(heard());
  const next = () => templates.fill("n {{counter}}").text;
  expect([next(), next()]).toEqual(["n 1", "n 1"]);
  templates.sent("n 1");
  expect(next()).toBe("n 2");
  templates.sent("something else");
  expect(next()).toBe("n 2");
  expect(templates.fill("{{now}}").text).toBe("1800000000000");
  templates.sent("1800000000000");
  expect(next()).toBe("n 2");
});

import { describe, expect, test } from "vitest";
import { PanelSide } from "../../support/panel-side";

function file(text: string, name = "demo.jsonl"): File {
  return new File([text], name);
}

const HEAD = '{"sockeye":"capture","version":1}\n';
const SOCKET = '{"type":"socket","socket":1,"url":"wss://other.test/ws","state":"closed","createdAt":1}\n';
const FRAME = '{"type":"frame","socket":1,"time":2,"direction":"sent","text":"x"}\n';

describe("exporting", () => {
  function talking(): PanelSide {
    const side = PanelSide.open("wss://app.test/ws?token=hunter2");
    side.page.sent(1, '{"type":"auth","token":"hunter2"}');
    side.page.received(1, Uint8Array.of(1, 2, 3));
    side.show();
    return side;
  }

  test("a capture, named by host and time, that comes back as it was", async () => {
    const side = talking();
    side.scheduler.time = Date.parse("2026-11-20T23:55:00Z");
    side.store.exchange.toggleMasking();
    const exported = await side.store.exchange.export("jsonl");
    expect(exported?.name).toBe("sockeye-example.test-2026-11-20T23-55-00.jsonl");
    const other = new PanelSide();
    await other.store.exchange.import(new File([exported?.blob ?? ""], "back.jsonl"));
    other.show();
    expect(other.texts()).toEqual(['{"type":"auth","token":"hunter2"}', Uint8Array.of(1, 2, 3)]);
  });

  test.each(["har", "jsonl"] as const)("%s masks tokens unless told otherwise", async (format) => {
    const { exchange } = talking().store;
    expect(await (await exchange.export(format))?.blob.text()).not.toContain("hunter2");
    exchange.toggleMasking();
    expect(await (await exchange.export(format))?.blob.text()).toContain("hunter2");
  });

  test("what would be masked is counted by field and socket", async () => {
    const { exchange } = talking().store;
    await exchange.beginPreview();
    expect(exchange.preview.value).toEqual({
      done: true,
      total: 2,
      list: [{ field: "token", socket: 1, count: 2 }],
    });
    exchange.endPreview();
    expect(exchange.preview.value).toBeNull();
  });

  test("what was cleared is not in it", async () => {
    const side = talking();
    side.store.clear();
    const har = JSON.parse((await (await side.store.exchange.export("har"))?.blob.text()) ?? "");
    expect(har.log.entries[0]._webSocketMessages).toEqual([]);
  });
});

describe("importing", () => {
  async function report(from: File) {
    const side = new PanelSide();
    await side.store.exchange.import(from);
    return { side, report: side.store.exchange.reports.value[0] };
  }

  test("says how much came of it, and that goes away by itself", async () => {
    const { side, report: told } = await report(file(HEAD + SOCKET + FRAME));
    expect(told).toMatchObject({ file: "demo.jsonl", sockets: 1, frames: 1, named: 1, problems: [] });
    side.scheduler.pass(10_000);
    expect(side.store.exchange.reports.value).toEqual([]);
  });

  test("what was wrong stays until it is dismissed", async () => {
    const { side, report: told } = await report(file(`${HEAD + SOCKET + FRAME}{"type":"frame","soc`));
    expect(told).toMatchObject({ frames: 1, problems: ["Line 4: it is no JSON, perhaps it was cut off."] });
    side.scheduler.pass(60_000);
    side.store.exchange.dismiss(told?.id ?? 0);
    expect(side.store.exchange.reports.value).toEqual([]);
  });

  test.each([
    ["", "This file is empty."],
    ["no JSON", "This is no JSON"],
    ['{"sockeye":"capture","version":7}', "version 7"],
    ["PK\x03\x04 and no more", "This zip cannot be read."],
    ["\x1f", "This is no JSON"],
  ])("%j is refused with a reason", async (text, reason) => {
    const { side, report: told } = await report(file(text));
    expect(told?.refused).toContain(reason);
    expect(side.store.files()).toEqual([]);
  });

  test("a HAR that is too large is refused before it is read", async () => {
    const large = file("{}");
    Object.defineProperty(large, "size", { value: 500_000_000 });
    expect((await report(large)).report?.refused).toContain("up to 200 MB");
  });

  test("lines are put together however the file is cut to pieces", async () => {
    const text = HEAD + SOCKET + FRAME.replace('"x"', '"Gr\u00fc\u00dfe \ud83d\udc1f"').repeat(3).trimEnd();
    const bytes = new TextEncoder().encode(text);
    const cut = file(text);
    cut.stream = () =>
      new ReadableStream({
        start(controller) {
          for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
          controller.close();
        },
      });
    const { side } = await report(cut);
    side.show();
    expect(side.texts()).toEqual([
      "Gr\u00fc\u00dfe \ud83d\udc1f",
      "Gr\u00fc\u00dfe \ud83d\udc1f",
      "Gr\u00fc\u00dfe \ud83d\udc1f",
    ]);
  });

  test("can be stopped, and the next one is read", async () => {
    const side = new PanelSide();
    const { exchange } = side.store;
    const endless = file(HEAD);
    endless.stream = () =>
      new ReadableStream({
        async pull(controller) {
          await Promise.resolve();
          controller.enqueue(new TextEncoder().encode(HEAD));
          if (exchange.work.value) exchange.stop();
        },
      });
    const both = [exchange.import(endless), exchange.import(file(HEAD + SOCKET + FRAME, "next.jsonl"))];
    await Promise.all(both);
    expect(exchange.reports.value).toMatchObject([
      { refused: "The import was stopped." },
      { file: "next.jsonl", frames: 1 },
    ]);
    expect(exchange.work.value).toBeNull();
  });
});

import { describe, expect, test } from "vitest";
import { FakePage } from "../../support/fake-page";
import { PanelSide } from "../../support/panel-side";

function fileOf(...texts: string[]): File {
  const entry = {
    _resourceType: "websocket",
    startedDateTime: "2026-11-20T10:00:00Z",
    request: { url: "wss://other.test/ws" },
    response: { status: 101 },
    _webSocketMessages: texts.map((data) => ({ type: "send", time: 1_795_168_801, opcode: 1, data })),
  };
  return new File([JSON.stringify({ log: { entries: [entry] } })], "demo.har");
}

/** A page that said "live", and a file. */
async function both(...texts: string[]): Promise<PanelSide> {
  const side = PanelSide.open();
  side.page.received(1, "live");
  side.show();
  await side.store.exchange.import(fileOf(...texts));
  side.show();
  return side;
}

function counts(side: PanelSide) {
  const { frames, bytes } = side.store.sums();
  return {
    frames,
    bytes,
    sockets: side.store.sockets().map((socket) => [socket.number, side.store.framesOf(socket)]),
  };
}

/** Another page in the tab, which says "new". */
function navigate(side: PanelSide): void {
  side.page.depart();
  const next = new FakePage(side.link.tell, { id: "document-2", timeOrigin: 1_700_000_100_000 });
  next.arrive();
  next.created(1, "wss://app.test/ws");
  next.received(1, "new");
  next.flush();
  side.scheduler.frame();
}

test("what a file holds stands beside what is there, with the next numbers", async () => {
  const side = await both("a", "b");
  expect(side.texts()).toEqual(["live", "a", "b"]);
  expect(counts(side)).toEqual({
    frames: 3,
    bytes: 6,
    sockets: [
      [1, 1],
      [2, 2],
    ],
  });
  expect(side.store.files()).toMatchObject([{ file: "demo.har" }]);
  expect(side.store.capture.time(1)).toBe(1_795_168_801_000);
});

test("a second import of the same file is a second group", async () => {
  const side = await both("a");
  await side.store.exchange.import(fileOf("a"));
  side.show();
  expect(side.store.files().map(({ file }) => file)).toEqual(["demo.har", "demo.har"]);
  expect(side.texts()).toEqual(["live", "a", "a"]);
});

test("the page's own goes on after it", async () => {
  const side = await both("a");
  side.page.received(1, "more");
  side.show();
  expect(side.texts()).toEqual(["live", "a", "more"]);
});

describe("Clear", () => {
  test("takes files away, and gives them back", async () => {
    const side = await both("a", "b");
    side.store.clear();
    expect([side.texts(), side.store.files(), side.store.cleared.value]).toEqual([[], [], { frames: 3 }]);
    expect(counts(side)).toMatchObject({ frames: 0, sockets: [[1, 0]] });
    side.store.undoClear();
    expect(side.texts()).toEqual(["live", "a", "b"]);
    expect(side.store.files()).toHaveLength(1);
    expect(counts(side).frames).toBe(3);
  });

  test("what is imported after it stays when it is undone", async () => {
    const side = await both("a");
    side.store.clear();
    await side.store.exchange.import(fileOf("b"));
    side.show();
    expect(side.texts()).toEqual(["b"]);
    side.store.undoClear();
    expect(side.texts()).toEqual(["live", "a", "b"]);
    expect(side.store.files()).toHaveLength(2);
  });

  test("takes a file without a frame away too", async () => {
    const side = new PanelSide();
    await side.store.exchange.import(fileOf());
    side.show();
    expect(side.store.sockets()).toHaveLength(1);
    side.store.clear();
    expect(side.store.sockets()).toEqual([]);
    side.store.undoClear();
    expect(side.store.sockets()).toHaveLength(1);
  });
});

describe("a navigation", () => {
  test("leaves files where they are", async () => {
    const side = await both("a", "b");
    navigate(side);
    expect(side.texts().sort()).toEqual(["a", "b", "new"]);
    expect(counts(side)).toEqual({
      frames: 3,
      bytes: 5,
      sockets: [
        [2, 2],
        [3, 1],
      ],
    });
    const socket = side.store.sockets()[0];
    expect(socket?.sent).toEqual({ frames: 2, bytes: 2 });
  });

  test("nor does a selected frame of a file change", async () => {
    const side = await both("a", "b");
    side.store.selected.value = 2;
    navigate(side);
    const selected = side.store.selected.value;
    expect(selected !== null && side.store.capture.payload(selected)).toBe("b");
  });

  test("again and again, and a Clear after it, and a file without a frame", async () => {
    const side = await both("a");
    await side.store.exchange.import(fileOf());
    for (let i = 0; i < 3; i++) {
      side.link.tell({ type: "tab", state: "ready", page: 1_700_000_200_000 + i });
      side.scheduler.frame();
    }
    expect(side.texts()).toEqual(["a"]);
    expect(side.store.files()).toHaveLength(2);
    side.store.clear();
    expect(counts(side)).toEqual({ frames: 0, bytes: 0, sockets: [] });
    side.store.undoClear();
    expect(side.texts()).toEqual(["a"]);
  });
});

describe("removing a file", () => {
  test("takes its rows, sockets and sums away, and nothing else", async () => {
    const side = await both("a", "b");
    side.page.received(1, "more");
    side.show();
    side.store.selected.value = 1;
    side.store.filtering.choose({ socket: 2 });
    side.store.removeImport(side.store.files()[0]?.id ?? 0);
    expect(side.texts()).toEqual(["live", "more"]);
    expect(counts(side)).toEqual({ frames: 2, bytes: 8, sockets: [[1, 2]] });
    expect([side.store.selected.value, side.store.filtering.chosen.value]).toEqual([null, null]);
    side.store.filtering.query.value = "more";
    expect(side.store.rows.hidden).toBe(1);
    side.store.filtering.query.value = "";
    navigate(side);
    expect(side.texts()).toEqual(["new"]);
    expect(counts(side).frames).toBe(1);
  });

  test("and Clear with Undo does not bring it back", async () => {
    const side = await both("a");
    side.store.removeImport(1);
    side.store.clear();
    expect(counts(side).frames).toBe(0);
    side.store.undoClear();
    expect([side.texts(), counts(side).frames]).toEqual([["live"], 1]);
  });
});

test("the filter knows a file's frames from the page's, at the same place too", async () => {
  const side = PanelSide.open("wss://other.test/ws");
  side.page.received(1, "live");
  side.show();
  await side.store.exchange.import(fileOf("a"));
  side.show();
  side.store.filtering.choose({ place: "wss://other.test/ws" });
  expect(side.texts()).toEqual(["live"]);
  side.store.filtering.choose({ file: 1 });
  expect(side.texts()).toEqual(["a"]);
  side.store.removeImport(1);
  expect(side.store.filtering.chosen.value).toBeNull();
});

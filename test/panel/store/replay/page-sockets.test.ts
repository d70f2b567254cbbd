import { describe, expect, test } from "vitest";
import type { SocketEvents } from "../../../../src/client/environment";
import { Flag, type ReplayCommand } from "../../../../src/protocol";
import { PanelSide } from "../../../support/panel-side";

/** What a socket told, in words. */
function listening(): { told: string[]; events: SocketEvents } {
  const told: string[] = [];
  return {
    told,
    events: {
      open: () => told.push("open"),
      message: (data) => told.push(`message ${data}`),
      error: (error) => told.push(`error ${error?.message ?? ""}`.trim()),
      close: ({ code, reason, clean }) => told.push(`close ${code} ${reason} ${clean}`),
    },
  };
}

function commands(side: PanelSide): ReplayCommand[] {
  return side.link.sent.flatMap((command) =>
    command.type === "page" && ["open", "send", "close", "receive"].includes(command.command.type)
      ? [command.command as ReplayCommand]
      : [],
  );
}

function opened(side: PanelSide, url = "wss://app.test/ws") {
  const { told, events } = listening();
  const socket = side.store.replay.pageSockets.open(url, ["v1"], events);
  const asked = commands(side).find(({ type }) => type === "open");
  if (asked?.type !== "open") throw new Error("nothing was asked for");
  return { told, socket, key: asked.key, asked };
}

describe("sockets of the replay client in the page", () => {
  test("are asked for in the top document, and tell what the page tells of them", () => {
    const side = PanelSide.open();
    const { told, socket, key, asked } = opened(side);
    expect(asked).toMatchObject({ url: "wss://app.test/ws", protocols: ["v1"] });
    side.page.created(7, asked.url, "v1", key);
    side.page.opened(7, "v1");
    side.page.received(7, "hello");
    side.page.received(7, new Uint8Array([1, 2]));
    side.show();
    expect(told).toEqual(["open", "message hello", "message 1,2"]);
    expect(socket.protocol).toBe("v1");
    socket.send("out");
    expect(commands(side).at(-1)).toEqual({ type: "send", socket: 7, data: "out" });
    side.page.closed(7, 4000, "bye", true);
    side.show();
    expect(told.at(-1)).toBe("close 4000 bye true");
    expect(side.store.sockets().at(-1)).toMatchObject({ replay: "page", ordinal: 7, state: "closed" });
  });

  test("hear what is withheld from them only when it is delivered", () => {
    const side = PanelSide.open();
    const { told, key, asked } = opened(side);
    side.page.created(2, asked.url, "", key);
    side.page.opened(2);
    const first = side.page.received(2, "first", Flag.Withheld);
    side.page.received(2, "second", Flag.Withheld);
    const own = side.page.sent(2, "own", Flag.Withheld);
    side.show();
    expect(told).toEqual(["open"]);
    side.page.delivered(2, first);
    side.page.delivered(2, own);
    side.show();
    expect(told).toEqual(["open", "message first"]);
  });

  test("opened after the patience was over, they are closed, and nobody's", () => {
    const side = PanelSide.open();
    const { told, key, asked } = opened(side);
    side.scheduler.pass(5000);
    expect(told).toHaveLength(2);
    side.page.created(2, asked.url, "", key);
    side.page.opened(2);
    side.page.received(2, "too late");
    side.show();
    expect(commands(side).at(-1)).toEqual({ type: "close", socket: 2 });
    expect(told).toHaveLength(2);
    expect(side.store.replay.client.socket).toBeNull();
  });

  test("closed before the page has told of itself, they are not even asked for", () => {
    const side = new PanelSide();
    side.store.replay.pageSockets.open("wss://app.test/ws", [], listening().events).close();
    side.page.arrive();
    expect(commands(side)).toEqual([]);
  });

  test("hear nothing of the page's own", () => {
    const side = PanelSide.open();
    const { told } = opened(side);
    side.page.received(1, "the page's");
    side.show();
    expect(told).toEqual([]);
  });

  test("closed before the page had told of them, they are closed as soon as it does", () => {
    const side = PanelSide.open();
    const { socket, key, asked } = opened(side);
    socket.close(1000, "never mind");
    expect(commands(side).map(({ type }) => type)).toEqual(["open"]);
    side.page.created(2, asked.url, "", key);
    side.show();
    expect(commands(side).at(-1)).toEqual({ type: "close", socket: 2, code: 1000, reason: "never mind" });
  });

  test("what the browser refuses to make is an error in its words, then a close", () => {
    const side = PanelSide.open();
    const { told, key, asked } = opened(side);
    side.page.created(2, asked.url, "", key);
    side.page.failed(2);
    side.page.closed(2, 0, "The URL's scheme must be 'ws'", false);
    side.show();
    expect(told).toEqual(["error", "error The URL's scheme must be 'ws'", "close 1006  false"]);
  });

  test("a page without sockets is asked to tell of itself first", () => {
    const side = new PanelSide();
    const { events, told } = listening();
    side.store.replay.pageSockets.open("wss://app.test/ws", [], events);
    expect(side.link.sent).toEqual([{ type: "want" }]);
    side.page.arrive();
    expect(commands(side)).toMatchObject([{ type: "open", url: "wss://app.test/ws" }]);
    expect(told).toEqual([]);
  });

  test("a page that never answers is said so, once", () => {
    const side = new PanelSide();
    const { events, told } = listening();
    side.store.replay.pageSockets.open("wss://app.test/ws", [], events);
    side.scheduler.pass(5000);
    side.page.arrive();
    expect(told).toHaveLength(2);
    expect(told[0]).toContain("does not answer");
    expect(told[1]).toContain("close 1006");
    expect(commands(side)).toEqual([]);
  });

  test("what they went through while nothing came of it is told afterwards", () => {
    const side = PanelSide.open();
    const { told, key, asked } = opened(side);
    const facts = { url: asked.url, replay: key, createdAt: 0, before: 0 };
    side.page.known(2, { ...facts, state: "open", openedAt: 5 });
    side.show();
    expect(told).toEqual(["open"]);
    const closed = { state: "closed", openedAt: 5, closedAt: 9, code: 4001, reason: "bye", clean: true };
    side.page.known(2, { ...facts, ...closed });
    side.page.known(2, { ...facts, ...closed });
    side.show();
    expect(told).toEqual(["open", "close 4001 bye true"]);
  });

  test("a page that goes away closes them", () => {
    const side = PanelSide.open();
    const { told, key, asked } = opened(side);
    side.page.created(2, asked.url, "", key);
    side.page.opened(2);
    side.show();
    side.page.depart();
    expect(told).toEqual(["open", "close 1006 The page is gone false"]);
  });

  test("without recording nothing would be heard: that is refused", () => {
    const side = PanelSide.open();
    side.store.toggleRecording();
    expect(() => side.store.replay.pageSockets.open("wss://app.test/ws", [], listening().events)).toThrow(
      /Recording is off/,
    );
  });

  test("a page that repeats a key, or makes one up, speaks to nobody", () => {
    const side = PanelSide.open();
    const { told, key, asked } = opened(side);
    side.page.created(2, asked.url, "", key);
    side.page.created(3, asked.url, "", key);
    side.page.created(4, asked.url, "", "made up");
    side.page.opened(3);
    side.page.opened(4);
    side.show();
    expect(told).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import type { PageCommand } from "../../../src/protocol";
import { FakePage } from "../../support/fake-page";
import { PanelSide } from "../../support/panel-side";

function commands(side: PanelSide): PageCommand[] {
  return side.link.sent.flatMap((command) => (command.type === "page" ? [command.command] : []));
}

function filled(...texts: string[]): PanelSide {
  const side = PanelSide.open();
  for (const text of texts) side.page.received(1, text);
  side.show();
  return side;
}

describe("a document", () => {
  test("is watched from its first notice, and acknowledged", () => {
    const side = filled("abcd");
    expect(commands(side)).toEqual([{ type: "watch", from: 0 }]);
    side.scheduler.pass(100);
    expect(commands(side).at(-1)).toMatchObject({ type: "ack", next: 3 });
  });

  test("that comes again is watched from where it broke off", () => {
    const side = filled("a");
    side.page.arrive();
    expect(commands(side).at(-1)).toEqual({ type: "watch", from: 3 });
  });

  test("makes the panel ready; without one it says why", () => {
    const side = new PanelSide();
    expect(side.store.standing.value).toBe("connecting");
    side.link.tell({ type: "tab", state: "unreachable" });
    expect(side.store.standing.value).toBe("unreachable");
    side.page.arrive();
    expect(side.store.standing.value).toBe("ready");
  });
});

test("the version moves once before a paint, however much comes", () => {
  const side = PanelSide.open();
  const before = side.store.version.value;
  for (let i = 0; i < 50; i++) {
    side.page.received(1, "x");
    side.page.flush();
  }
  expect(side.store.version.value).toBe(before);
  side.scheduler.frame();
  expect(side.store.version.value).toBe(before + 1);
});

describe("recording", () => {
  test("switched off tells the page; switched on leaves out what was meanwhile", () => {
    const side = filled("a");
    side.store.toggleRecording();
    expect(commands(side).at(-1)).toEqual({ type: "unwatch" });
    side.store.toggleRecording();
    expect(commands(side).at(-1)).toEqual({ type: "watch", from: "now" });
  });
});

describe("Clear", () => {
  test("takes the frames away, and gives them back", () => {
    const side = filled("a", "b");
    side.store.clear();
    expect([side.texts(), side.store.sums().frames, side.store.cleared.value]).toEqual([
      [],
      0,
      { frames: 2 },
    ]);
    side.page.received(1, "c");
    side.show();
    expect(side.texts()).toEqual(["c"]);
    side.store.undoClear();
    expect(side.texts()).toEqual(["a", "b", "c"]);
    expect(side.store.cleared.value).toBeNull();
  });

  test("counts the frames of a socket anew", () => {
    const side = filled("a", "b");
    side.store.clear();
    side.page.received(1, "c");
    side.show();
    const socket = side.store.sockets()[0];
    expect(socket && side.store.framesOf(socket)).toBe(1);
    side.store.undoClear();
    expect(socket && side.store.framesOf(socket)).toBe(3);
  });

  test("can be undone for half a minute", () => {
    const side = filled("a");
    side.store.clear();
    side.scheduler.pass(30_000);
    expect(side.store.cleared.value).toBeNull();
    side.store.undoClear();
    expect(side.texts()).toEqual([]);
  });

  test("a second one starts its own half minute", () => {
    const side = filled("a");
    side.store.clear();
    side.scheduler.pass(20_000);
    side.page.received(1, "b");
    side.show();
    side.store.clear();
    side.scheduler.pass(20_000);
    expect(side.store.cleared.value).toEqual({ frames: 1 });
  });

  test("puts sockets away that are over, and what was chosen of them", () => {
    const side = filled("a");
    side.page.closed(1, 1000);
    side.show();
    side.store.selected.value = 0;
    side.store.filtering.choose({ socket: 1 });
    side.store.clear();
    expect(side.store.sockets()).toEqual([]);
    expect([side.store.selected.value, side.store.filtering.chosen.value]).toEqual([null, null]);
  });
});

describe("another page in the tab", () => {
  function navigate(side: PanelSide): FakePage {
    side.page.depart();
    const next = new FakePage(side.link.tell, {
      id: "document-2",
      timeOrigin: side.page.document.timeOrigin + 1000,
    });
    next.arrive();
    next.created(1, "wss://app.test/ws");
    next.received(1, "new");
    next.flush();
    side.scheduler.frame();
    return next;
  }

  test("begins a new list", () => {
    const side = filled("old");
    navigate(side);
    expect(side.texts()).toEqual(["new"]);
    expect(side.store.sockets().map(({ number }) => number)).toEqual([2]);
  });

  test("adds to the list with Preserve log", () => {
    const side = filled("old");
    side.store.togglePreserved();
    navigate(side);
    expect(side.texts()).toEqual(["old", "new"]);
  });

  test("a place that was chosen stays chosen", () => {
    const side = filled("old");
    side.store.filtering.choose({ place: "wss://app.test/ws" });
    navigate(side);
    expect(side.texts()).toEqual(["new"]);
  });
});

describe("what is no other page", () => {
  const ready = (page: FakePage) =>
    ({ type: "tab", state: "ready", page: page.document.timeOrigin }) as const;

  function iframeOf(side: PanelSide, id: string, after: number, socket = 1): FakePage {
    const timeOrigin = side.page.document.timeOrigin + after;
    const iframe = new FakePage(side.link.tell, { id, frameId: 7, timeOrigin });
    iframe.arrive();
    iframe.created(socket, "wss://app.test/inner");
    iframe.received(socket, id);
    iframe.flush();
    side.scheduler.frame();
    return iframe;
  }

  test("an iframe that goes, the first socket of the top document, a load that is not the page's", () => {
    const side = new PanelSide();
    side.link.tell(ready(side.page));
    const iframe = iframeOf(side, "inner", 50);
    iframe.depart();
    side.link.tell(ready(side.page));
    side.page.arrive();
    side.page.created(1, "wss://app.test/ws");
    side.page.received(1, "outer");
    side.show();
    expect(side.texts()).toEqual(["inner", "outer"]);
  });

  test("a worker of the top document is not the page", () => {
    const side = filled("the page's");
    const document = { ...side.page.document, id: "w" as never, worker: "blob:x" };
    document.timeOrigin += 500;
    side.link.tell({ type: "document", document });
    expect(side.texts()).toEqual(["the page's"]);
    expect(side.store.sockets()).toHaveLength(1);
  });

  test("iframes of the new page that speak first stay, those of the old one go, even if they are slow to", () => {
    const side = filled("old top");
    const slow = iframeOf(side, "old iframe", 50);
    const early = iframeOf(side, "new iframe", 1050);
    const next = new FakePage(side.link.tell, {
      id: "document-2",
      timeOrigin: side.page.document.timeOrigin + 1000,
    });
    next.arrive();
    next.created(1, "wss://app.test/ws");
    next.received(1, "new top");
    next.flush();
    slow.received(1, "last words");
    slow.flush();
    slow.depart();
    early.received(1, "more");
    early.flush();
    side.scheduler.frame();
    expect(side.texts()).toEqual(["new iframe", "new top", "more"]);
    expect(side.store.sockets().map(({ state }) => state)).toEqual(["connecting", "connecting"]);
  });

  test("Clear holds when the top document speaks for the first time after it", () => {
    const side = new PanelSide();
    side.link.tell(ready(side.page));
    iframeOf(side, "inner", 50);
    side.store.clear();
    side.page.arrive();
    side.page.created(1, "wss://app.test/ws");
    side.page.received(1, "outer");
    side.show();
    expect(side.texts()).toEqual(["outer"]);
  });

  test("a page without sockets empties the list, as soon as its document is known", () => {
    const side = filled("old");
    side.link.tell({ type: "tab", state: "ready", page: side.page.document.timeOrigin + 5000 });
    expect(side.texts()).toEqual([]);
    expect(side.store.sockets()).toEqual([]);
  });

  test("the page before, from the back/forward cache, is another page", () => {
    const side = filled("first visit");
    side.page.depart();
    const second = new FakePage(side.link.tell, {
      id: "document-2",
      timeOrigin: side.page.document.timeOrigin + 1000,
    });
    second.arrive();
    second.created(1, "wss://app.test/ws");
    second.received(1, "second page");
    second.flush();
    side.page.arrive();
    side.scheduler.frame();
    expect(side.texts()).toEqual([]);
  });
});

describe("a break of the link", () => {
  test("who does not come back is gone, who does goes on", () => {
    const side = filled("a");
    const lost = new FakePage(side.link.tell, {
      id: "lost",
      frameId: 3,
      timeOrigin: side.page.document.timeOrigin + 1,
    });
    lost.arrive();
    lost.created(1, "wss://app.test/lost");
    lost.flush();
    side.link.tell({ type: "reopened" });
    side.page.arrive();
    side.link.tell({ type: "tab", state: "ready", page: side.page.document.timeOrigin });
    expect(side.store.sockets().map(({ state }) => state)).toEqual(["open", "gone"]);
  });

  test("word that a page cannot be reached does not outlive a document of it", () => {
    const side = filled("a");
    side.link.tell({ type: "tab", state: "unreachable" });
    expect(side.store.standing.value).toBe("ready");
    expect(side.texts()).toEqual(["a"]);
  });
});

test("a second Clear of nothing leaves the first one's Undo alone", () => {
  const side = filled("a");
  side.store.clear();
  side.store.clear();
  side.store.undoClear();
  expect(side.texts()).toEqual(["a"]);
});

describe("the filter", () => {
  test("shows what matches, also of what comes later", () => {
    const side = filled("apple", "pear");
    side.store.filtering.query.value = "p -l";
    expect(side.texts()).toEqual(["pear"]);
    side.page.received(1, "grape");
    side.page.received(1, "plum");
    side.show();
    expect(side.texts()).toEqual(["pear", "grape"]);
    expect(side.store.rows.hidden).toBe(2);
  });

  test("directions: one off shows the other, both off shows both", () => {
    const side = filled("in");
    side.page.sent(1, "out");
    side.show();
    const { filtering } = side.store;
    filtering.toggle("sent");
    expect(side.texts()).toEqual(["in"]);
    filtering.toggle("received");
    expect(side.texts()).toEqual(["in", "out"]);
    expect(filtering.directions.value).toEqual({ sent: true, received: true });
  });

  test("a socket, or all sockets of a place with those to come", () => {
    const side = filled("one");
    side.page.created(2, "wss://app.test/ws?token=2");
    side.page.created(3, "wss://app.test/other");
    side.page.received(2, "two");
    side.page.received(3, "three");
    side.show();
    const { filtering } = side.store;
    filtering.choose({ socket: 1 });
    expect(side.texts()).toEqual(["one"]);
    filtering.choose({ place: "wss://app.test/ws" });
    expect(side.texts()).toEqual(["one", "two"]);
    side.page.created(4, "wss://app.test/ws");
    side.page.received(4, "four");
    side.show();
    expect(side.texts()).toEqual(["one", "two", "four"]);
    filtering.reset();
    expect(side.texts()).toHaveLength(4);
  });
});

test("is:unanswered lets go of a frame when its answer comes, in a while", () => {
  const side = PanelSide.open();
  side.store.filtering.query.value = "is:unanswered";
  side.page.sent(1, '{"jsonrpc":"2.0","id":1,"method":"get"}');
  side.page.sent(1, '{"jsonrpc":"2.0","id":2,"method":"get"}');
  side.show();
  expect(side.texts()).toHaveLength(2);
  side.page.received(1, '{"jsonrpc":"2.0","id":1,"result":0}');
  side.show();
  side.scheduler.pass(2000);
  side.show();
  expect(side.texts()).toEqual(['{"jsonrpc":"2.0","id":2,"method":"get"}']);
});

// @vitest-environment node
import { describe, expect, test } from "vitest";
import { PanelSide } from "../../support/panel-side";

function unseen(side: PanelSide) {
  return side.store.sockets().map(({ url, unseen = false }) => [url, unseen]);
}

describe("handshakes that the network saw", () => {
  test("of a socket that the page told of are nothing new, before and after", () => {
    const side = PanelSide.open("wss://app.test/ws");
    const time = side.page.document.timeOrigin;
    side.link.tell({ type: "handshake", url: "wss://app.test/ws", time });
    side.link.tell({ type: "handshake", url: "wss://app.test/two", time: time + 10 });
    side.page.created(2, "wss://app.test/two");
    side.show();
    side.scheduler.pass(2000);
    expect(unseen(side)).toEqual([
      ["wss://app.test/ws", false],
      ["wss://app.test/two", false],
    ]);
  });

  test("of a socket that the page never tells of, a worker's", () => {
    const side = PanelSide.open("wss://app.test/ws");
    const time = side.page.document.timeOrigin;
    for (const at of [time, time + 1])
      side.link.tell({ type: "handshake", url: "wss://app.test/ws", time: at });
    side.scheduler.pass(2000);
    expect(unseen(side)).toEqual([
      ["wss://app.test/ws", false],
      ["wss://app.test/ws", true],
    ]);
  });

  test("of a page that was too busy to tell of it in time, are taken back", () => {
    const side = PanelSide.open("wss://app.test/ws");
    side.link.tell({ type: "handshake", url: "wss://app.test/late", time: side.page.document.timeOrigin });
    side.scheduler.pass(2000);
    expect(unseen(side)[1]).toEqual(["wss://app.test/late", true]);
    side.page.created(2, "wss://app.test/late");
    side.show();
    expect(unseen(side)[1]).toEqual(["wss://app.test/late", false]);
  });
});

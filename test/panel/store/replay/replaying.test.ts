import { describe, expect, test } from "vitest";
import type { PanelCommand } from "../../../../src/protocol";
import { PanelSide } from "../../../support/panel-side";

function done(side: PanelSide): PanelCommand[] {
  return side.link.sent.filter(
    (sent) => sent.type === "page" && ["send", "receive"].includes(sent.command.type),
  );
}

function withFrames(): PanelSide {
  const side = PanelSide.open();
  side.page.sent(1, "out");
  side.page.received(1, "in");
  side.page.sent(1, new Uint8Array([1, 2, 3]));
  side.show();
  return side;
}

describe("a frame is replayed in its own direction while its socket is open", () => {
  test("a sent one is sent again by the page's own socket, bytes unchanged", () => {
    const side = withFrames();
    const { frames } = side.store.replay;
    expect(frames.replay(0)).toEqual({ text: "Sent again on #1", failed: false });
    frames.replay(2);
    const { document } = side.page;
    expect(done(side)).toEqual([
      { type: "page", document: document.id, command: { type: "send", socket: 1, data: "out" } },
      {
        type: "page",
        document: document.id,
        command: { type: "send", socket: 1, data: new Uint8Array([1, 2, 3]) },
      },
    ]);
  });

  test("a received one is given to the page's handlers again", () => {
    const side = withFrames();
    expect(side.store.replay.frames.replay(1)).toEqual({ text: "Given to the page on #1", failed: false });
    expect(done(side)).toMatchObject([{ command: { type: "receive", socket: 1, data: "in" } }]);
  });

  test("either way can be asked for", () => {
    const side = withFrames();
    side.store.replay.frames.replay(1, "same");
    side.store.replay.frames.replay(0, "received");
    expect(done(side)).toMatchObject([{ command: { type: "send" } }, { command: { type: "receive" } }]);
  });
});

describe("where it can't be done it says why, and sends nothing", () => {
  test("on a closed socket", () => {
    const side = withFrames();
    side.page.closed(1, 1006);
    side.show();
    const told = side.store.replay.frames.replay(0, "same");
    expect(told).toEqual({ text: "#1 is closed. Use a new connection.", failed: true });
    expect(done(side)).toEqual([]);
  });

  test("on a page that is gone", () => {
    const side = withFrames();
    side.page.depart();
    const told = side.store.replay.frames.replay(0, "same");
    expect(told.text).toContain("gone");
    expect(done(side)).toEqual([]);
  });

  test("of a frame whose content was not kept", () => {
    const side = PanelSide.open();
    side.page.unkept(1, 5_000_000);
    side.show();
    expect(side.store.replay.frames.replay(0)).toMatchObject({ failed: true });
    expect(side.store.replay.frames.told.value?.text).toContain("not kept");
  });

  test("of what is too large for one message", () => {
    const side = withFrames();
    const [socket] = side.store.sockets();
    const told = side.store.replay.frames.send("x".repeat(60_000_001), "same", socket ?? null);
    expect(told).toMatchObject({ failed: true });
    expect(done(side)).toEqual([]);
  });
});

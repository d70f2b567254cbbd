import { beforeEach, describe, expect, test } from "vitest";
import { RowFlag } from "../../../../src/model/capture";
import type { Header } from "../../../../src/panel/store/replay/world";
import { FakeWebSocket } from "../../../support/fake-web-socket";
import { PanelSide } from "../../../support/panel-side";

const URL_OF_PAGE = "wss://app.test/ws";

const settled = () => new Promise((done) => setTimeout(done));

/** A panel whose own sockets, and rules for headers, are in the hands of the test. */
function aPanel() {
  const sockets: FakeWebSocket[] = [];
  const headers: [string, readonly Header[] | null][] = [];
  const side = PanelSide.open(URL_OF_PAGE, undefined, {
    makeSocket: (url, protocols) => {
      const socket = new FakeWebSocket(url, protocols);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    setHeaders: async (url, next) => {
      headers.push([url, next]);
    },
  });
  side.page.sent(1, "hello");
  side.show();
  const { client, frames } = side.store.replay;
  client.from.value = "extension";
  client.url.value = URL_OF_PAGE;
  return { side, client, frames, sockets, headers, socket: () => sockets.at(-1) as FakeWebSocket };
}

let it: ReturnType<typeof aPanel>;
beforeEach(() => {
  it = aPanel();
});

async function connected(): Promise<void> {
  it.client.connect();
  await settled();
  it.socket().serverOpens();
}

describe("a frame on a new connection", () => {
  test("is sent once it is open, once, also where rooms are joined again", async () => {
    await connected();
    it.client.join("lobby");
    it.client.disconnect();
    expect(it.frames.replay(0, "client")).toMatchObject({ failed: false });
    await settled();
    it.socket().serverOpens();
    expect(it.socket().sent.filter((data) => data === "hello")).toHaveLength(1);
    expect(it.client.rooms.list).toMatchObject([{ room: "lobby", told: true }]);
    expect(it.frames.told.value).toEqual({ text: "Sent by the replay client", failed: false });
  });

  test("does not take headers to a server that they are not for", () => {
    it.client.url.value = "wss://other.test/ws";
    it.client.headers.value = [{ name: "Authorization", value: "Bearer secret" }];
    const told = it.frames.replay(0, "client");
    expect(told).toMatchObject({ failed: true });
    expect(told.text).toContain("are for other.test");
    expect([it.sockets, it.headers]).toEqual([[], []]);
    it.client.headers.value = [];
    expect(it.frames.replay(0, "client").failed).toBe(false);
  });
});

test("headers are in force for an attempt, and not between attempts nor while it is open", async () => {
  const set = [{ name: "Origin", value: "https://app.test" }];
  it.client.headers.value = set;
  it.client.connect();
  await settled();
  expect(it.headers).toEqual([[URL_OF_PAGE, set]]);
  it.socket().serverOpens();
  expect(it.headers.slice(1)).toEqual([["", null]]);
  it.socket().serverCloses();
  it.side.scheduler.pass(60_000);
  await settled();
  expect(it.headers.slice(2)).toEqual([[URL_OF_PAGE, set]]);
  it.socket().serverCloses();
  expect(it.headers.slice(3)).toEqual([["", null]]);
  it.client.disconnect();
  expect(it.headers).toHaveLength(4);
});

test("it knows its own sockets from those of other panels' clients", async () => {
  await connected();
  const own = it.client.socket;
  it.side.page.created(2, URL_OF_PAGE, "", "another panel's");
  it.side.page.opened(2);
  it.side.show();
  const others = it.side.store.sockets().filter((socket) => socket !== own);
  expect(own).toMatchObject({ replay: "extension", state: "open" });
  expect(others.map((socket) => it.client.isOwn(socket))).toEqual([false, false]);
  expect(own && it.client.isOwn(own)).toBe(true);
});

describe("what acts on the client alone", () => {
  test("also acts on sockets that it has in the page's name", async () => {
    const { side, client } = it;
    client.from.value = "page";
    client.connect();
    await settled();
    const asked = side.link.sent.find((each) => each.type === "page" && each.command.type === "open");
    const key = asked?.type === "page" && asked.command.type === "open" ? asked.command.key : "";
    side.page.created(2, URL_OF_PAGE, "", key);
    side.page.opened(2);
    side.show();
    expect(client.state.value).toBe("connected");
    const { conditions } = side.store.replay;
    conditions.adjust({ onPage: false });
    conditions.chooseKind("dropped");
    conditions.chooseTold(false);
    conditions.toggleOffline();
    expect(client.state.value).toBe("reconnecting");
    expect(side.link.sent.some(({ type }) => type === "pretend")).toBe(false);
  });
});

test("a frame on a socket that is closing already is marked: no browser sends it", async () => {
  await connected();
  Object.assign(it.socket(), { OPEN: 1, readyState: 2 });
  it.client.send("too late");
  const { capture } = it.side.store;
  expect(capture.flags(capture.end - 1) & RowFlag.Unsent).not.toBe(0);
});

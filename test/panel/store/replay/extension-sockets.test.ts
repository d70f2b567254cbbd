import { describe, expect, test } from "vitest";
import { RowFlag } from "../../../../src/model/capture";
import { FakeWebSocket } from "../../../support/fake-web-socket";
import { PanelSide } from "../../../support/panel-side";

/** A client of the extension's own that is connected. */
function connected() {
  const made: FakeWebSocket[] = [];
  const makeSocket = (url: string, protocols: string[]) => {
    const socket = new FakeWebSocket(url, protocols);
    made.push(socket);
    return socket as unknown as WebSocket;
  };
  const side = new PanelSide(undefined, { makeSocket });
  const { client } = side.store.replay;
  client.choose("philjs");
  client.from.value = "extension";
  client.url.value = "wss://app.test/ws";
  client.connect();
  made[0]?.serverOpens();
  const rows = () => {
    const { capture } = side.store;
    return Array.from({ length: capture.end }, (_, row) => [capture.payload(row), capture.flags(row)]);
  };
  return { side, client, socket: made[0] as FakeWebSocket, rows };
}

describe("sockets of the extension are captured as the page's are", () => {
  test("frames both ways, those of ours marked, and the socket's life", () => {
    const { side, client, socket, rows } = connected();
    socket.serverSends("in");
    client.send("out");
    expect(rows()).toEqual([
      ["in", 0],
      ["out", RowFlag.Sent | RowFlag.Injected],
    ]);
    socket.serverCloses(4000, "bye");
    expect(side.store.sockets()[0]).toMatchObject({ replay: "extension", state: "closed", code: 4000 });
  });

  test("not while recording is off", () => {
    const { side, client, socket, rows } = connected();
    side.store.toggleRecording();
    socket.serverSends("in");
    client.send("out");
    expect(rows()).toEqual([]);
    expect(socket.sent).toContain("out");
  });
});

describe("what bad weather keeps from the client is marked", () => {
  test("half-open: for good", () => {
    const { side, socket, rows, client } = connected();
    const { conditions } = side.store.replay;
    conditions.adjust({ offlineHow: { kind: "half-open", told: false, code: 1012, reason: "" } });
    conditions.toggleOffline();
    socket.serverSends("unheard");
    conditions.toggleOffline();
    socket.serverSends("heard");
    expect(rows()).toEqual([
      ["unheard", RowFlag.Withheld],
      ["heard", 0],
    ]);
    expect(client.client?.lastMessage).toMatchObject({ data: "heard" });
  });

  test("stalled: until it is over", () => {
    const { side, socket, rows } = connected();
    const { conditions } = side.store.replay;
    conditions.adjust({ offlineHow: { kind: "stalled", told: false, code: 1012, reason: "" } });
    conditions.toggleOffline();
    socket.serverSends("late");
    expect(rows()).toEqual([["late", RowFlag.Withheld]]);
    conditions.toggleOffline();
    expect(rows()).toEqual([["late", RowFlag.Late]]);
  });
});

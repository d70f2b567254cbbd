import { Flag, type PanelNotice } from "../../src/protocol";
import { FakePage } from "../../test/support/fake-page";
import type { Recorded } from "./recording";

const ROOM = "account:a1f4";

function bytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 37 + (i >> 3)) & 0xff);
}

function large(items: number): string {
  const people = Array.from({ length: items }, (_, id) => ({
    id,
    name: `Person ${id}`,
    tags: ["a", "b"],
    score: id / 7,
  }));
  return JSON.stringify({ type: "room:history", payload: people });
}

/** A made-up capture with one of everything that the panel has to show. */
export function sample(): Recorded[] {
  const recorded: Recorded[] = [];
  let at = 0;
  const tell = (notice: PanelNotice) => recorded.push({ at, notice });
  const page = new FakePage(tell, {
    url: "https://app.example.com/board?session=s3cr3t",
    timeOrigin: 1_767_225_660_000,
  });
  const step = (ms: number, say: () => void) => {
    at += ms;
    page.clock = at;
    say();
    page.flush();
  };

  tell({ type: "tab", state: "ready", page: page.document.timeOrigin });
  page.arrive();
  step(40, () => {
    page.created(1, "wss://stream.example.com/feed/prices?token=eyJhbGciOi.abc");
    page.created(2, "wss://rt.example.com/socket?v=2&access_token=hunter2", "json.v2,json.v1");
    page.created(3, "wss://rt.example.com/telemetry");
  });
  step(35, () => page.opened(2, "json.v1", "permessage-deflate"));
  step(12, () => {
    page.known(1, {
      url: "wss://stream.example.com/feed/prices?token=eyJhbGciOi.abc",
      asked: "",
      protocol: "",
      extensions: "permessage-deflate",
      state: "open",
      createdAt: 1,
      openedAt: 52,
      before: 1234,
      why: "backlog",
    });
    page.opened(3);
  });
  step(20, () => page.sent(2, '{"type":"auth","token":"hunter2"}'));
  step(30, () =>
    page.received(
      2,
      '{"type":"auth:ok","payload":{"userId":12345678901234567890,"roles":["admin","member"]}}',
    ),
  );
  step(8, () => page.sent(2, `{"type":"room.join","room":"${ROOM}"}`));
  step(22, () =>
    page.received(
      2,
      `{"type":"room.joined","room":"${ROOM}","members":[{"id":1,"name":"Ada"},{"id":2,"name":"Grace"}]}`,
    ),
  );
  step(15, () => page.received(2, large(1200)));
  step(9, () => page.sent(3, bytes(48)));
  step(11, () => page.received(3, bytes(1210)));
  step(7, () => page.received(3, new TextEncoder().encode('{"cpu":0.42,"unit":"ratio"}')));
  let blob = 0;
  step(5, () => {
    blob = page.blobReceived(3, 4096);
  });
  step(14, () => page.blobReceived(3, 2_400_000));
  step(3, () => page.blobBytes(3, blob, bytes(4096)));
  step(6, () => page.unkept(1, 18_400_000));
  step(12, () => page.received(2, "plain text, two lines:\n\tsecond line \u202eevil\u202c \u0000 end"));
  step(12, () => page.received(2, '{"type":"broken","payload":[1,2,'));
  step(10, () => page.received(2, `{"note":"${"long words ".repeat(20_000)}"}`));
  step(10, () => page.received(2, "[".repeat(100_000) + "]".repeat(100_000)));
  step(9, () => page.sent(2, ""));
  for (let i = 0; i < 60; i++) {
    step(16, () =>
      page.received(1, `{"symbol":"SOCK","price":${(100 + Math.sin(i) * 3).toFixed(2)},"seq":${i}}`),
    );
    if (i % 9 === 0) step(4, () => page.sent(1, `{"type":"ack","seq":${i}}`));
    if (i % 20 === 0) step(4, () => page.sent(2, '{"type":"ping"}'));
  }
  step(20, () => page.closing(3, 1000, "done"));
  step(2, () => page.sent(3, bytes(20), Flag.Unsent));
  step(20, () => page.closed(3, 1000, "done"));
  step(40, () => page.created(4, "wss://rt.example.com/socket?v=2&access_token=hunter3", "json.v2,json.v1"));
  step(60, () => {
    page.failed(4);
    page.closed(4, 1006);
  });
  step(40, () => page.created(5, "wss://rt.example.com/socket?v=2&access_token=hunter4", "json.v2,json.v1"));
  step(10, () => page.skip(7));
  step(10, () =>
    page.sent(2, '{"type":"chat:message","payload":{"text":"Hello \ud83d\udc1f from the other side"}}'),
  );
  return recorded;
}

// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RowFlag } from "../../../src/model/capture";
import { explain } from "../../../src/model/meaning/explain";
import { Mark } from "../../../src/model/meaning/mark";
import { Understanding } from "../../../src/model/meaning/understanding";
import { anyCapture } from "../../support/a-capture";
import { Spoken } from "../../support/spoken";

describe("reading a capture", () => {
  test("WarpKit: two dialects on one socket, rooms joined twice, digits for heartbeats (R-W2, R-W3, W37)", () => {
    const spoken = new Spoken();
    const socket = spoken.socket();
    spoken.say(
      socket,
      '>{"type":"room.join","room":"account:a1"}',
      '>{"type":"auth","token":"t"}',
      ">2",
      "<3",
    );
    spoken.say(socket, '<{"name":"incident.created","data":{"uuid":"i1"},"timestamp":1700000000000}');
    spoken.say(socket, '>{"type":"room.join","room":"account:a1"}');
    expect(spoken.read().meanings()).toEqual([
      "join room.join [account:a1]",
      "auth auth",
      "heartbeat 2",
      "heartbeat 3",
      "message incident.created",
      "join room.join [account:a1]",
    ]);
    const [session] = spoken.understanding.sessions.all;
    if (!session) throw new Error("no session");
    expect(spoken.understanding.folds(session).rooms.rooms.get("account:a1")).toMatchObject({
      joins: 2,
      doubled: 1,
    });
  });

  test("a reply names its request, which is answered then (JSON-RPC 2.0)", () => {
    const spoken = new Spoken();
    const socket = spoken.socket();
    const asked = spoken.say(socket, '>{"jsonrpc":"2.0","id":1,"method":"get"}');
    spoken.read();
    const { meanings } = spoken.understanding;
    expect(meanings.marks(asked) & (Mark.Request | Mark.Answered)).toBe(Mark.Request);
    const answer = spoken.say(socket, '<{"jsonrpc":"2.0","id":1,"result":2}');
    spoken.read();
    expect(meanings.marks(asked) & Mark.Answered).toBe(Mark.Answered);
    expect(meanings.marks(answer) & Mark.Reply).toBe(Mark.Reply);
    expect(meanings.partner(answer)).toBe(asked);
  });

  test("several messages in one frame: each is taken in (JSON-RPC 2.0, batch; Centrifugo, lines)", () => {
    const spoken = new Spoken();
    const socket = spoken.socket();
    const batch = spoken.say(
      socket,
      '>[{"jsonrpc":"2.0","id":4,"method":"a"},{"jsonrpc":"2.0","id":"five","method":"b"}]',
    );
    spoken.say(socket, '<[{"jsonrpc":"2.0","id":"five","result":1},{"jsonrpc":"2.0","id":4,"result":2}]');
    const other = spoken.socket({ url: "wss://app.test/connection/websocket" });
    spoken.say(other, '>{"connect":{},"id":1}\n{"subscribe":{"channel":"news"},"id":2}');
    spoken.say(other, '<{"id":1,"connect":{"client":"c"}}\n{"id":2,"subscribe":{}}');
    const { meanings, sessions } = spoken.read().understanding;
    expect(spoken.meanings()[0]).toBe("message a (+1)");
    expect(meanings.marks(batch) & Mark.Answered).toBe(Mark.Answered);
    const session = sessions.of(other.number);
    const room = session && spoken.understanding.folds(session).rooms.rooms.get("news");
    expect(room).toMatchObject({ state: "confirmed", joins: 1 });
  });

  test("what is poisonous, and what is no JSON on a socket of JSON, is marked (W45, C33)", () => {
    const spoken = new Spoken();
    const socket = spoken.socket();
    spoken.say(socket, '<{"type":"a","payload":{"x":1}}', '<{"type":"b","payload":{"x":1}}');
    const poison = spoken.say(socket, '<{"type":"c","payload":{"__proto__":{"admin":true}}}');
    const harmless = spoken.say(socket, '<{"type":"c","payload":"__proto__"}');
    const broken = spoken.say(socket, '<{"type":"d","payl');
    const { meanings } = spoken.read().understanding;
    expect(meanings.marks(poison) & Mark.Poisonous).toBe(Mark.Poisonous);
    expect(meanings.marks(harmless) & Mark.Poisonous).toBe(0);
    expect(meanings.marks(broken) & Mark.Invalid).toBe(Mark.Invalid);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test("another dialect by hand: the socket is read again, and back", () => {
    const spoken = new Spoken();
    const socket = spoken.socket();
    const other = spoken.socket({ url: "wss://app.test/other" });
    spoken.say(
      socket,
      '>{"type":"join","room":"general"}',
      '<{"type":"joined","room":"general","users":["a"]}',
    );
    spoken.say(other, '>{"type":"join","room":"lobby"}');
    const before = spoken.read().meanings();
    expect(before[0]).toBe("join join [general]");
    spoken.understanding.choose(socket, "text");
    expect(spoken.read().meanings()).toEqual([
      expect.stringMatching(/^message /),
      expect.any(String),
      before[2],
    ]);
    expect(spoken.read().meanings()[0]).not.toContain("general");
    spoken.understanding.choose(socket, null);
    expect(spoken.read().meanings()).toEqual(before);
  });

  test("a Blob that is being read is waited for, but not for ever", () => {
    const spoken = new Spoken();
    const socket = spoken.socket();
    const { capture, understanding } = spoken;
    const pending = capture.append({
      time: 1,
      socket,
      flags: RowFlag.Binary | RowFlag.Pending,
      size: 2,
      payload: null,
    });
    spoken.say(socket, "<after");
    spoken.read();
    expect(understanding.next).toBe(pending);
    capture.fill(pending, new Uint8Array([1, 2]));
    spoken.read();
    expect(understanding.next).toBe(pending + 2);
    capture.append({ time: 1, socket, flags: RowFlag.Binary | RowFlag.Pending, size: 2, payload: null });
    for (let i = 0; i < 2500; i++) spoken.say(socket, "<more");
    spoken.read();
    expect(understanding.next).toBe(capture.end);
  });

  test("a frame whose content is on disk is waited for", () => {
    const spoken = new Spoken();
    const row = spoken.say(spoken.socket(), '<{"type":"a","payload":1}');
    spoken.capture.stow(row);
    spoken.understanding.advance();
    expect(spoken.understanding.waitsFor).toBe(row);
    spoken.capture.restore(row, '{"type":"a","payload":1}');
    expect(spoken.read().meanings()).toEqual(["message a"]);
  });

  test("rows that were dropped are forgotten, those that follow keep their meaning", () => {
    const spoken = new Spoken();
    const socket = spoken.socket();
    for (let i = 0; i < 3000; i++) spoken.say(socket, `<{"type":"n${i}","payload":0}`);
    spoken.read();
    spoken.capture.dropBefore(2500);
    spoken.understanding.trim();
    spoken.say(socket, '<{"type":"last","payload":0}');
    expect(spoken.read().meanings().slice(-2)).toEqual(["message n2999", "message last"]);
    expect(spoken.understanding.meanings.name(2500)).toBe("n2500");
  });

  test("rows that were appended again mean what they meant, under their new numbers", () => {
    const spoken = new Spoken();
    const socket = spoken.socket();
    spoken.say(socket, '>{"jsonrpc":"2.0","id":1,"method":"a"}', '<{"jsonrpc":"2.0","id":1,"result":1}');
    spoken.read();
    const { capture, understanding } = spoken;
    spoken.say(socket, '>{"jsonrpc":"2.0","id":1,"method":"a"}', '<{"jsonrpc":"2.0","id":1,"result":1}');
    understanding.follow((row) => (row < 2 ? row + 2 : row), 2);
    capture.dropBefore(2);
    understanding.trim();
    spoken.read();
    expect(spoken.meanings()).toEqual(["message a", "ack result a"]);
    expect(understanding.meanings.partner(3)).toBe(2);
    const session = understanding.sessions.of(socket.number);
    expect(session && understanding.folds(session).suspicions.requests.size).toBe(0);
  });

  test("what a frame says is explained by what went before it (WAMP: a subscription's topic)", () => {
    const spoken = new Spoken();
    const socket = spoken.socket({ protocol: "wamp.2.json" });
    spoken.say(socket, '>[32,1,{},"com.app.news"]', "<[33,1,77]");
    const event = spoken.say(socket, '<[36,77,5,{},["hello"]]');
    spoken.read();
    const envelope = explain(spoken.capture, spoken.understanding.meanings, event);
    expect(envelope?.rooms).toEqual(["com.app.news"]);
  });

  test("any capture is read to its end, whatever is in it", () => {
    fc.assert(
      fc.property(anyCapture, (capture) => {
        const understanding = new Understanding(capture);
        for (let i = 0; i < 100 && understanding.behind && understanding.waitsFor === null; i++)
          understanding.advance();
        for (let row = capture.start; row < understanding.next; row++) {
          explain(capture, understanding.meanings, row);
          understanding.meanings.at(row);
        }
        for (const session of understanding.sessions.all) {
          for (const socket of session.sockets) understanding.heartbeat(socket).summary(socket, 2e12);
          understanding.folds(session);
        }
      }),
    );
  });
});

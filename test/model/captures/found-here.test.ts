// @vitest-environment node
import { describe, expect, test } from "vitest";
import { findingsOf } from "../../../src/model/finding/findings";
import type { Socket } from "../../../src/model/socket";
import { Spoken } from "../../support/spoken";

// What the captures, and changes to them, showed to be claimed wrongly, in as few frames as it takes.

function roomsOf({ understanding }: Spoken, socket: Socket) {
  const session = understanding.sessions.of(socket.number);
  if (!session) throw new Error("no session");
  return understanding.folds(session).rooms;
}

function found(spoken: Spoken, socket: Socket) {
  const { understanding, clock } = spoken;
  const session = understanding.sessions.of(socket.number);
  if (!session) throw new Error("no session");
  const { rooms, suspicions } = understanding.folds(session);
  rooms.settle(session.sockets.at(-1) as Socket, clock);
  const heartbeats = new Map(
    session.sockets.map((each) => [each.number, understanding.heartbeat(each).summary(each, clock)]),
  );
  return findingsOf({ session, rooms, heartbeats, suspicions, now: clock }).map(({ id }) => id);
}

function close(spoken: Spoken, socket: Socket, code: number, reason = ""): void {
  Object.assign(socket, { state: "closed", closedAt: spoken.clock, code, reason, clean: code !== 1006 });
}

describe("rooms", () => {
  /** A page that asked for two rooms, and was let into one; its next socket asks for that one only. */
  function refusedInWords(loss = 0) {
    const spoken = new Spoken();
    const first = spoken.socket();
    spoken.say(
      first,
      '>{"type":"join","room":"general"}',
      '<{"type":"joined","room":"general","users":["a"]}',
    );
    spoken.say(
      first,
      '>{"type":"join","room":"staff"}',
      '<{"type":"error","message":"You may not join staff"}',
    );
    spoken.say(first, '>{"type":"join","room":"random"}', '<{"type":"joined","room":"random","users":["a"]}');
    first.lost = loss;
    close(spoken, first, 1006);
    const second = spoken.socket();
    spoken.say(
      second,
      '>{"type":"join","room":"general"}',
      '<{"type":"joined","room":"general","users":["a"]}',
    );
    spoken.clock += 20_000;
    return { spoken: spoken.read(), second };
  }

  test("one that was asked for and never given is not forgotten; one that was given is", () => {
    const { spoken, second } = refusedInWords();
    expect(found(spoken, second)).toContain("not-rejoined");
    const rooms = roomsOf(spoken, second);
    expect(rooms.rooms.get("staff")?.state).toBe("requested");
    expect(rooms.rooms.get("random")?.state).toBe("lost");
    expect(rooms.events.filter(({ kind }) => kind === "forgotten").map(({ room }) => room)).toEqual([
      "random",
    ]);
  });

  test("where frames were lost nothing is called forgotten: the leave may have been among them", () => {
    const { spoken, second } = refusedInWords(1);
    expect(found(spoken, second)).not.toContain("not-rejoined");
    expect(roomsOf(spoken, second).events.some(({ kind }) => kind === "forgotten")).toBe(false);
  });

  test("nor is a second wish a double one: it may have left in between", () => {
    const spoken = new Spoken();
    const socket = spoken.socket({ lost: 1 });
    spoken.say(socket, '>{"type":"room.join","room":"a"}');
    socket.lost = 1;
    spoken.say(socket, '>{"type":"room.join","room":"a"}');
    expect(roomsOf(spoken.read(), socket).rooms.get("a")).toMatchObject({ joins: 2, doubled: 0 });
  });

  test("MQTT 3.9.3: of the topics of a SUBACK only those with 0x80 are refused", () => {
    const spoken = new Spoken();
    const socket = spoken.socket({ protocol: "mqtt" });
    spoken.capture.append({
      time: spoken.clock,
      socket,
      flags: 3,
      size: 14,
      payload: Uint8Array.of(0x82, 12, 0, 1, 0, 1, 97, 0, 0, 3, 98, 47, 99, 1),
    });
    spoken.say(socket, Uint8Array.of(0x90, 4, 0, 1, 0, 0x80));
    const { rooms } = roomsOf(spoken.read(), socket);
    expect([...rooms].map(([name, { state }]) => [name, state])).toEqual([
      ["a", "confirmed"],
      ["b/c", "refused"],
    ]);
  });
});

describe("heartbeats", () => {
  test("a server's 2 is no Engine.IO on a socket that speaks something else (R-W15)", () => {
    const spoken = new Spoken();
    const socket = spoken.socket();
    spoken.say(socket, '>{"type":"room.join","room":"a"}', ">2", "<3", "<2");
    spoken.say(socket, '<{"name":"a","data":1,"timestamp":1700000000000}', "<2");
    spoken.read();
    expect(spoken.meanings().filter((meaning) => meaning.startsWith("heartbeat"))).toEqual([
      "heartbeat 2",
      "heartbeat 3",
    ]);
    expect(spoken.understanding.heartbeat(socket).summary(socket, spoken.clock).direction).toBe("page");
  });

  test("one telling frame in a medley does not change the dialect", () => {
    const spoken = new Spoken();
    const socket = spoken.socket();
    for (let i = 0; i < 12; i++) spoken.say(socket, '<{"type":"message","text":"x"}');
    spoken.say(socket, "<3", "<42", "<0", "<null", "<[]", '<{"a":1}', "<x", "<y", "<[1]", "<[2]");
    spoken.read();
    expect(spoken.understanding.mind(socket).reading.received.dialect).toBe("flat");
  });

  test("a close for a heartbeat that was not answered in time counts that as missed (R-K2)", () => {
    const missed = (reason: string) => {
      const spoken = new Spoken();
      const socket = spoken.socket();
      spoken.say(socket, ">__heartbeat__", '<{"cpu":1}', ">__heartbeat__");
      spoken.clock += 1000;
      close(spoken, socket, 4000, reason);
      spoken.read();
      return spoken.understanding.heartbeat(socket).summary(socket, spoken.clock).missed;
    };
    expect(missed("heartbeat timeout")).toBe(1);
    expect(missed("bye")).toBe(0);
  });

  test("nothing is said of proxies where frames were lost: a gap may be two", () => {
    const ids = (lost: number) => {
      const spoken = new Spoken();
      const socket = spoken.socket();
      for (let i = 0; i < 4; i++) {
        spoken.say(socket, '>{"type":"ping"}', '<{"type":"pong"}');
        spoken.clock += 70_000;
      }
      socket.lost = lost;
      spoken.read();
      const { verdict } = spoken.understanding.heartbeat(socket).summary(socket, spoken.clock);
      return [found(spoken, socket).includes("heartbeat-above-proxy-limit"), /ALB/.test(verdict.join(" "))];
    };
    expect(ids(0)).toEqual([true, true]);
    expect(ids(1)).toEqual([false, false]);
  });

  test("a server's beats that were captured twice make no silence", () => {
    const spoken = new Spoken();
    const socket = spoken.socket({ url: "wss://a.test/socket.io/?EIO=4&transport=websocket" });
    for (let i = 0; i < 3; i++) {
      spoken.say(socket, "<2", "<2", ">3");
      spoken.clock += i < 2 ? 25_000 : 5_000;
    }
    close(spoken, socket, 1005);
    expect(found(spoken.read(), socket)).not.toContain("dead-air");
  });
});

describe("a close with 1005 after an unanswered 2 is no close on purpose (R-W12)", () => {
  function reopened(lastWords: `>${string}`[], lost = 0) {
    const spoken = new Spoken();
    let socket = spoken.socket();
    for (const code of [1006, 1006, 1006, 1005]) {
      spoken.say(socket, '>{"type":"room.join","room":"a"}', ">2", "<3");
      spoken.clock += 1500;
      if (code === 1005) {
        if (lastWords.length > 0) spoken.say(socket, ...lastWords);
        spoken.clock += 1000;
        socket.lost = lost;
      }
      close(spoken, socket, code);
      spoken.clock += 400;
      socket = spoken.socket();
    }
    spoken.say(socket, '>{"type":"room.join","room":"a"}');
    return found(spoken.read(), socket);
  }

  test("with an answer to the last it may be one; with none, or with frames lost, it is not", () => {
    expect(reopened([])).toContain("zombie");
    expect(reopened([">2"])).not.toContain("zombie");
    expect(reopened([], 1)).not.toContain("zombie");
  });
});

test("auth.failed is an answer to auth, as auth-failed is", () => {
  const spoken = new Spoken();
  spoken.say(
    spoken.socket(),
    '<{"name":"auth.failed","data":{"message":"Invalid token"},"timestamp":1700000000000}',
  );
  expect(spoken.read().meanings()).toEqual(["auth-result auth.failed"]);
});

import { beforeEach, describe, expect, test, vi } from "vitest";
import * as model from "../../../src/model/finding/findings";
import { Heartbeat } from "../../../src/model/heartbeat/heartbeat";
import { Findings } from "../../../src/panel/store/findings";
import { PanelSide } from "../../support/panel-side";
import { reconnect } from "../../support/reconnecting";

const spy = vi.spyOn(model, "findingsOf");
beforeEach(() => {
  spy.mockClear();
});

const TIME_ORIGIN = 1_700_000_000_000;

function reconnected() {
  const side = PanelSide.open();
  side.scheduler.time = TIME_ORIGIN + 100_000;
  reconnect(side);
  side.show();
  const session = side.store.understanding.sessions.all[0];
  if (!session) throw new Error("no session");
  return { side, session, findings: new Findings(side.store, side.scheduler) };
}

function ids({ open }: { open: readonly { id: string }[] }): string[] {
  return open.map(({ id }) => id);
}

describe("findings", () => {
  test("are worked out only while somebody watches", () => {
    const { side, session, findings } = reconnected();
    expect(ids(findings.of(session))).toEqual([]);
    expect(spy).not.toHaveBeenCalled();
    const stop = findings.watch();
    expect(ids(findings.of(session))).toEqual(expect.arrayContaining(["sent-while-closing", "not-rejoined"]));
    stop();
    side.page.received(4, "more");
    side.show();
    side.scheduler.pass(5000);
    expect(spy).toHaveBeenCalledTimes(1);
  });

  test("are worked out at most once a second, and after the last change", () => {
    const { side, findings } = reconnected();
    findings.watch();
    for (let i = 0; i < 10; i++) {
      side.page.received(4, `frame ${i}`);
      side.show();
      side.scheduler.pass(90);
    }
    expect(spy).toHaveBeenCalledTimes(1);
    side.scheduler.pass(100);
    expect(spy).toHaveBeenCalledTimes(2);
    side.scheduler.pass(10_000);
    expect(spy).toHaveBeenCalledTimes(2);
  });

  test("of a session that is over are not worked out again for the frames of others", () => {
    const { side, findings } = reconnected();
    side.page.closed(4, 1000);
    side.page.created(5, "wss://app.test/other");
    side.page.opened(5);
    side.show();
    findings.watch();
    expect(spy).toHaveBeenCalledTimes(2);
    side.page.received(5, "x");
    side.show();
    side.scheduler.pass(1000);
    expect(spy).toHaveBeenCalledTimes(3);
    expect(spy.mock.lastCall?.[0].session.place).toBe("wss://app.test/other");
  });

  test("stay dismissed while their figures change", () => {
    const { side, session, findings } = reconnected();
    findings.watch();
    const [first] = findings.of(session).open;
    if (!first) throw new Error("no finding");
    findings.dismiss(session, first);
    side.page.received(4, "more");
    side.show();
    side.scheduler.pass(1000);
    expect(ids(findings.of(session))).not.toContain(first.id);
    expect(findings.of(session).dismissed.map(({ id }) => id)).toEqual([first.id]);
    findings.restore(session, first);
    expect(ids(findings.of(session))).toContain(first.id);
  });

  test("go with the frames that showed them, and come back with them", () => {
    const { side, session, findings } = reconnected();
    findings.watch();
    side.store.clear();
    expect(ids(findings.of(session))).not.toContain("sent-while-closing");
    side.store.undoClear();
    expect(ids(findings.of(session))).toContain("sent-while-closing");
  });
});

/** So many frames that nobody can parse, on socket 1. */
function invalid(count: number) {
  const side = PanelSide.open();
  side.scheduler.time = TIME_ORIGIN + 100_000;
  const broken = (how: number) => {
    for (let index = 0; index < how; index++) side.page.received(1, '{"type":');
    side.show();
  };
  for (let index = 0; index < 8; index++) side.page.received(1, '{"type":"message","room":"a","payload":{}}');
  broken(count);
  const session = side.store.understanding.sessions.all[0];
  if (!session) throw new Error("no session");
  const findings = new Findings(side.store, side.scheduler);
  findings.watch();
  const found = () => findings.of(session).open.find(({ id }) => id === "invalid-json");
  return { side, broken, found };
}

describe("after a Clear", () => {
  test("a finding with more frames than are kept goes when all of them are gone", () => {
    const { side, found } = invalid(57);
    expect(found()).toMatchObject({ count: 57, rows: { length: 20 } });
    side.store.clear();
    expect(found()).toBeUndefined();
  });

  test("what is left of it says that some were cleared", () => {
    const few = invalid(3);
    few.side.store.clear();
    few.broken(2);
    few.side.scheduler.pass(1000);
    expect(few.found()).toMatchObject({ count: 2, rows: [11, 12] });
    expect(few.found()?.advice).toMatch(
      / 3 frames of it were cleared; the figures above count them still\.$/,
    );
    const many = invalid(57);
    many.side.store.clear();
    many.broken(2);
    many.side.scheduler.pass(1000);
    expect(many.found()).toMatchObject({ count: 59, rows: [] });
    expect(many.found()?.advice).toMatch(/ Some frames of it were cleared/);
  });
});

describe("the work", () => {
  test("waits until the frames are read, and is done then", () => {
    const { side, findings } = reconnected();
    for (let index = 0; index < 7_000; index++) side.page.received(4, "more");
    side.page.flush();
    side.store.understanding.advance();
    expect(side.store.understanding.behind).toBe(true);
    const settle = vi.spyOn(side.store.understanding, "folds");
    findings.watch();
    expect(spy).not.toHaveBeenCalled();
    expect(settle).not.toHaveBeenCalled();
    side.scheduler.pass(50);
    expect(spy).not.toHaveBeenCalled();
    while (side.store.understanding.behind) side.store.understanding.advance();
    side.scheduler.pass(50);
    expect(spy).toHaveBeenCalledTimes(1);
  });

  test("over many sockets is done in slices, and heartbeats that did not change are not worked out again", () => {
    const { side } = reconnected();
    for (let socket = 10; socket < 40; socket++) {
      side.page.created(socket, `wss://app.test/${socket}`);
      side.page.opened(socket);
    }
    side.show();
    let time = side.scheduler.time;
    const soon: (() => void)[] = [];
    const after: (() => void)[] = [];
    const summary = vi.spyOn(Heartbeat.prototype, "summary");
    const work = new Findings(side.store, {
      // A look at the clock takes a ms.
      now: () => time++,
      soon: (task) => void soon.push(task),
      after: (_, task) => void after.push(task),
    });
    work.watch();
    const first = spy.mock.calls.length;
    expect(first).toBeLessThan(10);
    for (let task = soon.shift(); task; task = soon.shift()) task();
    expect(spy).toHaveBeenCalledTimes(31);
    expect(summary).toHaveBeenCalledTimes(34);
    // Of the same second.
    time = side.scheduler.time;
    side.page.received(10, "x");
    side.show();
    after.shift()?.();
    for (let task = soon.shift(); task; task = soon.shift()) task();
    expect(spy.mock.calls.length).toBeGreaterThan(31);
    // The three closed ones and 29 that nothing came on are known.
    expect(summary.mock.calls.length).toBe(35);
    summary.mockRestore();
  });
});

describe("evidence", () => {
  const evidence = { title: "why", rows: [1, 3], count: 2, sockets: [1] };

  test("is shown exactly; what is typed then is asked for too, and kept", () => {
    const { side } = reconnected();
    const { filtering, rows } = side.store;
    filtering.query.value = "dir:received";
    filtering.choose({ evidence });
    expect(Array.from({ length: rows.length }, (_, index) => rows.at(index))).toEqual([1, 3]);
    filtering.query.value = "is:unsent";
    expect(Array.from({ length: rows.length }, (_, index) => rows.at(index))).toEqual([3]);
    filtering.back();
    expect(filtering.query.value).toBe("is:unsent");
    expect(filtering.chosen.value).toBeNull();
  });

  test("does not go back to what is gone meanwhile", () => {
    const { filtering } = reconnected().side.store;
    filtering.choose({ socket: 4 });
    filtering.choose({ evidence });
    filtering.forget((choice) => !("socket" in choice));
    filtering.back();
    expect(filtering.chosen.value).toBeNull();
    filtering.choose({ socket: 4 });
    filtering.choose({ evidence });
    filtering.back(() => false);
    expect(filtering.chosen.value).toBeNull();
    filtering.choose({ socket: 4 });
    filtering.choose({ evidence });
    filtering.back();
    expect(filtering.chosen.value).toEqual({ socket: 4 });
  });

  test("without frames is all frames of its sockets, and goes with them", () => {
    const { side } = reconnected();
    side.store.filtering.choose({ evidence: { ...evidence, rows: [] } });
    expect(side.store.rows.length).toBe(4);
    side.store.clear();
    expect(side.store.filtering.chosen.value).toBeNull();
  });
});

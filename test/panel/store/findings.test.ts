import { beforeEach, describe, expect, test, vi } from "vitest";
import * as model from "../../../src/model/finding/findings";
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

  test("without frames is all frames of its sockets, and goes with them", () => {
    const { side } = reconnected();
    side.store.filtering.choose({ evidence: { ...evidence, rows: [] } });
    expect(side.store.rows.length).toBe(4);
    side.store.clear();
    expect(side.store.filtering.chosen.value).toBeNull();
  });
});

import type { Page } from "@playwright/test";
import type { Conditions, Offline } from "../../src/conditions";
import { marksOf } from "../../src/link/marks";
import { Flag, Kind } from "../../src/protocol";
import { expect, test } from "./fixtures";
import { SecondPanel } from "./support/second-panel";

/** A page that writes down all that it is told, with what it sees at that moment. */
function diary(url: string, more = ""): string {
  return `<script>
    const log = [];
    const first = [navigator.onLine, document.hidden];
    function open(url, name) {
      const socket = new WebSocket(url);
      socket.onopen = () => log.push(name + " open " + socket.readyState);
      socket.onmessage = ({ data, target }) => log.push(name + " " + data + " " + socket.readyState);
      socket.onerror = () => log.push(name + " error " + socket.readyState);
      socket.onclose = (event) => {
        const { code, reason, wasClean } = event;
        const real = event instanceof CloseEvent && event.target === socket;
        log.push([name, "close", code, reason, wasClean, socket.readyState, real].join(" "));
      };
      return socket;
    }
    for (const type of ["offline", "online", "pagehide", "pageshow"])
      addEventListener(type, ({ persisted = true }) => persisted && log.push(type + " " + navigator.onLine));
    for (const type of ["visibilitychange", "freeze", "resume"])
      document.addEventListener(type, () => log.push(type + " " + document.hidden + " " + document.visibilityState));
    const socket = open("${url}", "a");
    ${more}
  </script>`;
}

const NONE: Offline = { kind: "dropped", told: false, code: 1000, reason: "" };
const offline = (more: Partial<Offline>): Conditions => ({ offline: { ...NONE, ...more }, hidden: null });
const hidden = (frozen: boolean, cached: boolean): Conditions => ({
  offline: null,
  hidden: { frozen, cached },
});

const log = (page: Page) => expect.poll(() => page.evaluate("log"));
const state = (page: Page) => page.evaluate("[socket.readyState, navigator.onLine, document.hidden]");

interface Opener {
  openPanelTab(page: Page): Promise<Page>;
}

async function panelOf(sockeye: Opener, page: Page) {
  const tab = await sockeye.openPanelTab(page);
  const panel = await SecondPanel.in(tab);
  await expect.poll(() => panel.documents()).not.toEqual([]);
  return Object.assign(panel, { tab });
}

/** Frames that were kept back or delivered late, and closes, as a panel is told. */
async function told(panel: SecondPanel): Promise<unknown[]> {
  const { Closed, Failed, Closing, Delivered, TextSent, TextReceived } = Kind;
  const words = { [Closed]: "closed", [Failed]: "failed", [Closing]: "closing", [Delivered]: "delivered" };
  return (await panel.notices()).flatMap(({ kind, flags, text, order }) => {
    if (kind in words) return [[words[kind as keyof typeof words], JSON.parse(text)]];
    if (kind !== TextSent && kind !== TextReceived) return [];
    const what = kind === TextSent ? "sent" : "received";
    const how = flags & Flag.Withheld ? "withheld" : flags & Flag.Unsent ? "unsent" : "";
    return [[what, text, how, order]];
  });
}

/** A new socket opens, sooner or later. */
async function expectOpening(page: Page, url: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(`new Promise((resolve) => {
        const socket = new WebSocket("${url}");
        socket.onopen = () => resolve("open");
        socket.onerror = () => resolve("error");
      })`),
    )
    .toBe("open");
}

test("dropped: the socket fails, the server notices nothing, new ones fail, until it ends", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", diary(server.ws("/silent"))));
  await log(page).toEqual(["a open 1"]);
  const panel = await panelOf(sockeye, page);
  await panel.pretend(offline({}));
  const dropped = ["a open 1", "a error 3", "a close 1006  false 3 true"];
  await log(page).toEqual(dropped);
  const [connection] = server.connections;
  expect(connection?.open).toBe(true);
  expect(await state(page)).toEqual([3, true, false]);
  expect(await page.evaluate("[socket.send('lost'), socket.bufferedAmount, socket.close()]")).toEqual([
    undefined,
    4,
    undefined,
  ]);
  expect(
    await page.evaluate("try { socket.close(99) } catch ({ name, message }) { [name, message] }"),
  ).toEqual(["InvalidAccessError", expect.stringContaining("99")]);
  server.push("/silent", "into the void");
  const { order: _, ...pretended } = { order: 0, code: 1006, reason: "", clean: false, pretended: true };
  await expect
    .poll(() => told(panel))
    .toEqual([
      ["failed", {}],
      ["closed", pretended],
      ["sent", "lost", "unsent", 4],
      ["received", "into the void", "withheld", 5],
    ]);
  await page.evaluate(`void open("${server.ws("/echo")}", "b")`);
  const failed = [...dropped, "b error 3", "b close 1006  false 3 true"];
  await log(page).toEqual(failed);
  expect(server.connections).toHaveLength(1);
  expect(connection?.received).toEqual([]);
  await panel.pretend(null);
  await expect.poll(() => connection?.closed).toEqual({ code: 1000, reason: "" });
  await page.evaluate(`void open("${server.ws("/silent")}", "c")`);
  await log(page).toEqual([...failed, "c open 1"]);
  expect(await state(page)).toEqual([3, true, false]);
});

test("told: offline is fired first, online last", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", diary(server.ws("/silent"))));
  const panel = await panelOf(sockeye, page);
  await log(page).toEqual(["a open 1"]);
  await panel.pretend(offline({ told: true }));
  await log(page).toEqual(["a open 1", "offline false", "a error 3", "a close 1006  false 3 true"]);
  await panel.pretend(null);
  await expect.poll(() => page.evaluate("log.at(-1)")).toBe("online true");
});

test("half-open: frames vanish, the close is told at the end", async ({ page, server, sockeye }) => {
  await page.goto(
    server.page("/", diary(server.ws("/silent"), `const other = open("${server.ws("/echo")}", "b")`)),
  );
  await expect.poll(() => page.evaluate("log.length")).toBe(2);
  const panel = await panelOf(sockeye, page);
  await panel.pretend(offline({ kind: "half-open", told: true }));
  await expect.poll(() => page.evaluate("log.splice(0)")).toEqual(expect.arrayContaining(["offline false"]));
  await page.evaluate("socket.send('vanishes')");
  server.push("/silent", "unheard");
  await expect
    .poll(async () => (await told(panel)).map((each) => (each as unknown[]).slice(0, 3)))
    .toEqual([
      ["sent", "vanishes", "withheld"],
      ["received", "unheard", "withheld"],
    ]);
  expect(await page.evaluate("[socket.readyState, socket.bufferedAmount]")).toEqual([1, 0]);
  await page.evaluate(`void (window.late = open("${server.ws("/echo")}", "late"))`);
  server.connections.find(({ url }) => url.pathname === "/echo")?.cut();
  await page.evaluate("socket.close(4000, 'unheard too')");
  expect(await page.evaluate("[socket.readyState, other.readyState, late.readyState]")).toEqual([2, 1, 0]);
  expect(
    await page.evaluate(
      "try { late.send('x') } catch (error) { [error.name, error.message, error instanceof DOMException, error.stack.includes('chrome-extension')] }",
    ),
  ).toEqual([
    "InvalidStateError",
    "Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.",
    true,
    false,
  ]);
  expect(await page.evaluate("log")).toEqual([]);
  const silent = server.connections.find(({ url }) => url.pathname === "/silent");
  expect([silent?.open, silent?.received]).toEqual([true, []]);
  await panel.pretend(null);
  const ends = ["a", "b", "late"].flatMap((name) => [`${name} error 3`, `${name} close 1006  false 3 true`]);
  await log(page).toEqual([...ends, "online true"]);
});

test("half-open: what was quiet goes on", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", diary(server.ws("/echo"))));
  const panel = await panelOf(sockeye, page);
  await log(page).toEqual(["a open 1"]);
  await panel.pretend(offline({ kind: "half-open", told: true }));
  await log(page).toContain("offline false");
  await page.evaluate("socket.send('one')");
  // A frame that is replayed vanishes as well.
  await panel.replay({ type: "send", socket: 1, data: "replayed" });
  await expect
    .poll(async () =>
      (await panel.notices()).filter(({ flags }) => flags & Flag.Withheld).map(({ text }) => text),
    )
    .toEqual(["one", "replayed"]);
  await panel.pretend(null);
  await log(page).toContain("online true");
  await page.evaluate("socket.send('two')");
  await log(page).toEqual(["a open 1", "offline false", "online true", "a two 1"]);
});

test("stalled: all is held and goes its way in order", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", diary(server.ws("/silent"))));
  const panel = await panelOf(sockeye, page);
  await log(page).toEqual(["a open 1"]);
  await panel.pretend(offline({ kind: "stalled", told: true }));
  await log(page).toEqual(["a open 1", "offline false"]);
  const [connection] = server.connections;
  await page.evaluate(`{
    socket.binaryType = "arraybuffer";
    const bytes = new Uint8Array([1, 2, 3]);
    socket.send("one");
    socket.send(bytes.subarray(1));
    bytes.fill(9);
  }`);
  expect(await page.evaluate("[socket.readyState, socket.bufferedAmount]")).toEqual([1, 5]);
  server.push("/silent", "x", Buffer.from([7]), "y");
  await expect
    .poll(async () => (await panel.notices()).filter(({ flags }) => flags & Flag.Withheld).length)
    .toBe(5);
  connection?.close(4010, "bye");
  // The close frame comes after those: what is seen of it, the page is not told yet.
  await expect.poll(() => connection?.closed).toBeDefined();
  await page.evaluate(`void open("${server.ws("/echo")}", "b")`);
  await log(page).toEqual(["a open 1", "offline false", "b error 3", "b close 1006  false 3 true"]);
  expect(await page.evaluate("socket.readyState")).toBe(1);
  await panel.pretend(null);
  await log(page).toEqual([
    ...["a open 1", "offline false", "b error 3", "b close 1006  false 3 true", "online true"],
    ...["a x 1", "a [object ArrayBuffer] 1", "a y 1", "a close 4010 bye true 3 true"],
  ]);
});

test("stalled: what was sent arrives later, then what is sent now, then the close", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", diary(server.ws("/echo"))));
  const panel = await panelOf(sockeye, page);
  await log(page).toEqual(["a open 1"]);
  await panel.pretend(offline({ kind: "stalled", told: true }));
  await log(page).toEqual(["a open 1", "offline false"]);
  await page.evaluate(`{
    const bytes = new Uint8Array([1, 2, 3]);
    socket.send("one");
    socket.send(bytes.subarray(1));
    bytes.fill(9);
    socket.send(new Blob(["three"]));
    addEventListener("online", () => { socket.send("four"); socket.close(4001, "five") });
  }`);
  await panel.pretend(null);
  const [connection] = server.connections;
  await expect.poll(() => connection?.closed).toEqual({ code: 4001, reason: "five" });
  expect(connection?.received).toEqual(["one", Buffer.from([2, 3]), Buffer.from("three"), "four"]);
  // The server may know before the notices' batch has gone out.
  const delivered = async () => (await told(panel)).filter((each) => (each as unknown[])[0] === "delivered");
  await expect.poll(delivered).toHaveLength(4);
  await log(page).toContain("a close 4001 five true 3 true");
});

test("closed: by the other side, with its code and reason", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", diary(server.ws("/silent"))));
  const panel = await panelOf(sockeye, page);
  await log(page).toEqual(["a open 1"]);
  await panel.pretend(offline({ kind: "closed", code: 4321, reason: "going away" }));
  await log(page).toEqual(["a open 1", "a close 4321 going away true 3 true"]);
  await expect.poll(() => server.connections[0]?.closed).toEqual({ code: 1000, reason: "" });
  await page.evaluate(`void open("${server.ws("/silent")}", "b")`);
  await expect.poll(() => page.evaluate("log.slice(2)")).toEqual(["b error 3", "b close 1006  false 3 true"]);
  await expect
    .poll(async () => (await told(panel))[0])
    .toEqual(["closed", { code: 4321, reason: "going away", clean: true, pretended: true }]);
});

test("refusing: only new sockets fail", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", diary(server.ws("/echo"))));
  const panel = await panelOf(sockeye, page);
  await log(page).toEqual(["a open 1"]);
  await panel.pretend(offline({ kind: "refusing" }));
  await expect.poll(async () => (await panel.told()).some(({ type }) => type === "conditions")).toBe(true);
  await page.evaluate(`socket.send("still here"); void open("${server.ws("/silent")}", "b")`);
  await expect
    .poll(() => page.evaluate("log.sort()"))
    .toEqual(["a open 1", "a still here 1", "b close 1006  false 3 true", "b error 3"]);
  await panel.pretend(null);
  await expect
    .poll(async () => (await panel.told()).findLast(({ type }) => type === "conditions"))
    .toEqual({ type: "conditions", conditions: null });
  await page.evaluate(`void open("${server.ws("/silent")}", "c")`);
  await log(page).toContain("c open 1");
});

test("hidden: as a browser puts a page away and takes it back", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", diary(server.ws("/silent"))));
  const panel = await panelOf(sockeye, page);
  await log(page).toEqual(["a open 1"]);
  await panel.pretend(hidden(true, true));
  const away = ["pagehide true", "visibilitychange true hidden", "freeze true hidden"];
  await log(page).toEqual(["a open 1", ...away]);
  expect(await state(page)).toEqual([1, true, true]);
  server.push("/silent", "still heard");
  await log(page).toContain("a still heard 1");
  await panel.pretend(null);
  const back = ["resume false visible", "visibilitychange false visible", "pageshow true"];
  await expect.poll(() => page.evaluate("log.slice(-3)")).toEqual(back);
  expect(await state(page)).toEqual([1, true, false]);
  await panel.pretend(hidden(false, false));
  await expect.poll(() => page.evaluate("log.at(-1)")).toBe("visibilitychange true hidden");
  // Nothing of the tap's went away with it.
  server.push("/silent", "recorded");
  await expect.poll(async () => (await panel.notices()).at(-1)?.text).toBe("recorded");
});

/** Everything that conditions stand in for, as text, and whether it is the very same as before. */
const IDENTITY = `(() => {
  const names = [["WebSocket", "readyState", "bufferedAmount", "send", "close"], ["Navigator", "onLine"],
    ["Document", "hidden", "visibilityState", "webkitHidden", "webkitVisibilityState"], ["EventTarget", "dispatchEvent", "addEventListener"]];
  const found = names.flatMap(([owner, ...rest]) => rest.map((name) => Object.getOwnPropertyDescriptor(self[owner].prototype, name)));
  self.before ??= found;
  const same = found.every(({ get, value }, i) => get === before[i].get && value === before[i].value);
  const print = found.map(({ get, value, ...flags }) => [String(get ?? value), (get ?? value).name, (get ?? value).length, Object.keys(get ?? value), flags]);
  const keys = names.map(([owner]) => Reflect.ownKeys(self[owner].prototype).map(String));
  const errors = found.filter(({ get }) => get).map(({ get }) => { try { get.call({}) } catch (error) { return [error.name, error.message, error.stack.split("\\n").length] } });
  return { same, page: JSON.stringify([print, keys, errors, Reflect.ownKeys(socket)]) };
})()`;

test("getters print and refuse as ever meanwhile, and are the very same afterwards", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", diary(server.ws("/silent"))));
  const panel = await panelOf(sockeye, page);
  await log(page).toEqual(["a open 1"]);
  const before = await page.evaluate<{ same: boolean; page: string }>(IDENTITY);
  expect(before.same).toBe(true);
  await panel.pretend({ offline: { ...NONE, told: true }, hidden: { frozen: true, cached: true } });
  await log(page).toContain("freeze true hidden");
  expect(await page.evaluate(IDENTITY)).toEqual({ ...before, same: false });
  await page.evaluate("window.kept = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden').get");
  await panel.pretend(null);
  await expect.poll(() => page.evaluate(IDENTITY)).toEqual(before);
  expect(await page.evaluate("kept.call(document)")).toBe(false);
});

test("one kind after another, two panels, and the end of both", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", diary(server.ws("/silent"))));
  const one = await panelOf(sockeye, page);
  await log(page).toEqual(["a open 1"]);
  await one.pretend(offline({ kind: "stalled" }));
  await expect
    .poll(async () => (await one.told()).findLast(({ type }) => type === "conditions"))
    .toEqual({ type: "conditions", conditions: offline({ kind: "stalled" }) });
  const two = await panelOf(sockeye, page);
  await expect.poll(async () => (await two.told()).some(({ type }) => type === "conditions")).toBe(true);
  await two.pretend(offline({ kind: "dropped", told: true }));
  await log(page).toEqual(["a open 1", "offline false", "a error 3", "a close 1006  false 3 true"]);
  // What the first panel wants is in force again when the second one is gone.
  await two.tab.close();
  await expect.poll(() => page.evaluate("log.at(-1)")).toBe("online true");
  await page.evaluate(`void open("${server.ws("/silent")}", "b")`);
  await log(page).toContain("b error 3");
  await one.tab.close();
  await expectOpening(page, server.ws("/silent"));
});

test("frames of other origins, and documents loaded meanwhile, take part", async ({
  page,
  server,
  otherServer,
  sockeye,
}) => {
  otherServer.page("/frame", diary(otherServer.ws("/silent")));
  const frameUrl = otherServer.page("/frame", diary(otherServer.ws("/silent")));
  await page.goto(server.page("/", `${diary(server.ws("/silent"))}<iframe src="${frameUrl}"></iframe>`));
  const frame = () => page.frames()[1] as unknown as Page;
  await expect.poll(() => frame().evaluate("log")).toEqual(["a open 1"]);
  const panel = await panelOf(sockeye, page);
  await panel.pretend({ offline: { ...NONE, told: true }, hidden: { frozen: false, cached: false } });
  for (const each of [page, frame()]) {
    await expect
      .poll(() => each.evaluate("log"))
      .toEqual([
        "a open 1",
        "offline false",
        "a error 3",
        "a close 1006  false 3 true",
        "visibilitychange true hidden",
      ]);
  }
  await page.reload();
  for (const each of [page, frame()]) {
    await expect
      .poll(() => each.evaluate("log"))
      .toEqual(expect.arrayContaining(["a error 3", "a close 1006  false 3 true"]));
    await expect.poll(() => each.evaluate("[navigator.onLine, document.hidden]")).toEqual([false, true]);
  }
  await panel.tab.close();
  for (const each of [page, frame()]) {
    await expect.poll(() => each.evaluate("[navigator.onLine, document.hidden]")).toEqual([true, false]);
  }
});

test("a document loaded meanwhile: half-open from its first script on; frames made after the end are as ever", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", diary(server.ws("/silent")), { "permissions-policy": "camera=()" }));
  const panel = await panelOf(sockeye, page);
  const conditions: Conditions = {
    offline: { ...NONE, kind: "half-open", told: true },
    hidden: { frozen: false, cached: true },
  };
  await panel.pretend(conditions);
  await log(page).toContain("visibilitychange true hidden");
  await page.reload();
  expect(await page.evaluate("[first, log, socket.readyState]")).toEqual([[false, true], [], 0]);
  // A frame's document gets nothing from a network.
  expect(
    await page.evaluate(`(() => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    return [frame.contentWindow.navigator.onLine, frame.contentDocument.hidden];
  })()`),
  ).toEqual([false, true]);
  await panel.pretend(null);
  await log(page).toEqual(
    expect.arrayContaining([
      "visibilitychange false visible",
      "pageshow false",
      "a error 3",
      "a close 1006  false 3 true",
      "online true",
    ]),
  );
  await page.evaluate("void document.body.appendChild(document.createElement('iframe'))");
  const late = () => page.evaluate("[frames[1].navigator.onLine, frames[1].document.hidden]");
  await expect.poll(late).toEqual([true, false]);
  await page.reload();
  await log(page).toEqual(["a open 1"]);
  expect(await page.evaluate("first")).toEqual([true, false]);
});

test("the worker dies: what a panel says again goes on", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", diary(server.ws("/silent"))));
  const panel = await panelOf(sockeye, page);
  await log(page).toEqual(["a open 1"]);
  await panel.pretend(offline({ kind: "half-open", told: true }));
  await log(page).toEqual(["a open 1", "offline false"]);
  await sockeye.killWorker();
  await expect
    .poll(async () => (await panel.told()).filter(({ type }) => type === "conditions").length)
    .toBeGreaterThan(1);
  // How long they wait for it is the matter of test/bridge/pretence.test.ts.
  await expect(page.evaluate("[log, navigator.onLine]")).resolves.toEqual([
    ["a open 1", "offline false"],
    false,
  ]);
  await panel.pretend(null);
  await log(page).toEqual(["a open 1", "offline false", "online true"]);
});

test("the worker dies and nobody says it again: it ends", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", diary(server.ws("/silent"))));
  const panel = await panelOf(sockeye, page);
  await log(page).toEqual(["a open 1"]);
  await panel.pretend(offline({ kind: "half-open", told: true }));
  await log(page).toEqual(["a open 1", "offline false"]);
  await panel.forget();
  await sockeye.killWorker();
  await log(page).toEqual(["a open 1", "offline false", "online true"]);
  await expectOpening(page, server.ws("/silent"));
});

test("the extension is reloaded under the page: it ends", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", diary(server.ws("/silent"))));
  const panel = await panelOf(sockeye, page);
  await log(page).toEqual(["a open 1"]);
  await panel.pretend({
    offline: { ...NONE, kind: "stalled", told: true },
    hidden: { frozen: false, cached: false },
  });
  await log(page).toContain("visibilitychange true hidden");
  await panel.tab.evaluate("chrome.runtime.reload()").catch(() => {});
  await expect
    .poll(() => page.evaluate("log.slice(3).sort()"))
    .toEqual(["online true", "visibilitychange false visible"]);
});

test("a page that patched what stand-ins stand before finds no way to the bridge, and cannot make it last", async ({
  page,
  server,
  sockeye,
}) => {
  const more = `
    const found = [];
    const look = (where) => { if (window.event?.target instanceof MessagePort) found.push([where, window.event.type]) };
    const { get } = Object.getOwnPropertyDescriptor(Document.prototype, "webkitHidden");
    Object.defineProperty(Document.prototype, "webkitHidden", {
      configurable: true,
      get: () => ({ get cloned() { look("clone"); return get.call(document) } }),
    });
    for (const at of [0, 1, 2, 3]) Object.defineProperty(Array.prototype, at, {
      configurable: true,
      get() { look("array " + at) },
      set(value) { Object.defineProperty(this, at, { value, writable: true, enumerable: true, configurable: true }) },
    });
    for (const name of ["dispatchEvent", "addEventListener", "featurePolicy"])
      document.body.append(Object.assign(document.createElement("img"), { name, id: name }));`;
  await page.goto(server.page("/", `<body>${diary(server.ws("/silent"), more)}`));
  const panel = await panelOf(sockeye, page);
  await log(page).toContain("a open 1");
  await panel.pretend({
    offline: { ...NONE, kind: "half-open", told: true },
    hidden: { frozen: true, cached: true },
  });
  await log(page).toContain("offline false");
  await log(page).toContain("freeze true hidden");
  await page.evaluate("void document.webkitHidden");
  await panel.tab.close();
  await log(page).toContain("online true");
  expect(await page.evaluate("[document.hidden, navigator.onLine, found]")).toEqual([false, true, []]);
});

test("a page, or one around it, that has a policy as if something were pretended: it ends, and nothing is lost", async ({
  page,
  server,
  otherServer,
}) => {
  const marks = {
    offline: { ...NONE, kind: "half-open", told: true },
    hidden: { frozen: false, cached: false },
  } as const;
  const policy = marksOf(marks) ?? "";
  const allow = policy.replaceAll("=()", " 'none'").replaceAll(",", ";");
  const inner = otherServer.page("/", diary(otherServer.ws("/push?count=2")));
  const body = `<body>${diary(server.ws("/push?count=2"))}<iframe src="${inner}" allow="${allow}"></iframe>`;
  for (const headers of [{}, { "permissions-policy": policy }] as Record<string, string>[]) {
    await page.goto(server.page("/", body, headers));
    for (const frame of page.frames()) {
      await expect
        .poll(() => frame.evaluate("log.filter((each) => each.startsWith('a '))"))
        .toEqual(["a open 1", expect.anything(), expect.anything()]);
      await expect
        .poll(() => frame.evaluate("[navigator.onLine, document.hidden]"), { timeout: 2_000 })
        .toEqual([true, false]);
    }
  }
  expect(await page.evaluate("first")).toEqual([false, true]);
});

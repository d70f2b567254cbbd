import { expectRows, frames, status } from "../support/grid";
import { expect, test } from "./fixtures";

/** Puts what a page's script found out in its title. */
function tells(script: string): string {
  return `<script>
    const seen = [];
    const tell = () => { document.title = JSON.stringify(seen) };
    ${script}
  </script>`;
}

test("a page sees no hand-over, whatever it listens to and patches", async ({ page, server, sockeye }) => {
  const address = server.ws("/echo");
  await page.goto(
    server.page(
      "/",
      tells(`
        for (const target of [window, document]) {
          for (const type of ["load", "head", "meta", "text", "bytes", "awake", "command", "cut"]) {
            target.addEventListener(type, (event) => event.ports && seen.push(type), true);
          }
        }
        for (const [of, name] of [
          [EventTarget, "dispatchEvent"], [EventTarget, "addEventListener"], [MessagePort, "postMessage"],
          [MessagePort, "start"], [Array, "push"], [Function, "call"], [Function, "apply"],
        ]) {
          const native = of.prototype[name];
          of.prototype[name] = function (...args) {
            if (this instanceof MessagePort || args.some((arg) => arg instanceof CustomEvent)) seen[seen.length] = name;
            return Reflect.apply(native, this, args);
          };
        }
        for (const name of ["CustomEvent", "MessageChannel", "MessageEvent"]) {
          window[name] = new Proxy(window[name], { construct: (...all) => (seen[seen.length] = name, Reflect.construct(...all)) });
        }
        const socket = new WebSocket("${address}");
        socket.onopen = () => socket.send("x");
        socket.onmessage = ({ data }) => data === "end" && tell();
      `),
    ),
  );
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 2);
  server.push("/echo", "end");
  await expect(page).toHaveTitle("[]");
  await expectRows(panel, 3);
});

test("a page cannot hand over a port of its own, nor a second one", async ({ page, server, sockeye }) => {
  await page.goto(
    server.page(
      "/",
      tells(`
        for (let i = 0; i < 3; i++) {
          const { port1 } = new MessageChannel();
          const init = { ports: [port1], cancelable: true };
          seen.push(document.dispatchEvent(new MessageEvent("load", init)));
          port1.dispatchEvent(new CustomEvent("awake"));
          port1.dispatchEvent(new CustomEvent("head", { detail: "1 0 0" }));
          port1.dispatchEvent(new CustomEvent("meta", { detail: "\\0\\0\\0\\0\\0\\0" }));
          port1.dispatchEvent(new CustomEvent("text", { detail: "forged" }));
        }
        tell();
        new WebSocket("${server.ws("/push?count=1")}");
      `),
    ),
  );
  await expect(page).toHaveTitle("[true,true,true]");
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 1);
  await expect(frames(panel)).not.toContainText("forged");
});

test("a page that clears every timer and patches every clock does not stop the tap", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(
    server.page(
      "/",
      `<script>
        const socket = new WebSocket("${server.ws("/echo")}");
        socket.onmessage = () => { for (let id = 0; id < 10_000; id++) { clearTimeout(id); cancelAnimationFrame(id) } };
        socket.onopen = () => socket.send("first");
        window.setTimeout = Scheduler.prototype.postTask = () => {};
        Performance.prototype.now = Date.now = () => Number.NaN;
      </script>`,
    ),
  );
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 2);
  server.push("/echo", "second");
  await expectRows(panel, 3);
  server.push("/echo", "third");
  await expectRows(panel, 4);
  await expect(status(panel)).toContainText("0 lost");
});

test("a parent that listens to a frame from its first moment on sees no hand-over", async ({
  page,
  server,
  sockeye,
}) => {
  const inner = server.page("/inner", `<script>new WebSocket("${server.ws("/push?count=1")}")</script>`);
  await page.goto(
    server.page(
      "/",
      `<body>${tells(`
        const note = (event) => event.ports?.length && seen.push([event.type, event.ports.length]);
        function listen(frame) {
          for (const target of [frame.contentWindow, frame.contentDocument]) {
            for (const phase of [true, false]) target.addEventListener("load", note, phase);
          }
        }
        let loaded = 0;
        for (const attributes of [{ src: "${inner}" }, { srcdoc: "<p>srcdoc" }, {}, { src: "about:blank" }]) {
          const frame = Object.assign(document.createElement("iframe"), attributes);
          frame.onload = () => { if (++loaded === 4) tell() };
          document.body.append(frame);
          listen(frame);
          addEventListener("load", note, true);
        }
      `)}`,
    ),
  );
  await expect(page).toHaveTitle("[]");
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 1);
});

test("a page that patched everything a bridge might use breaks neither the tap nor itself", async ({
  page,
  server,
  sockeye,
}) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(
    server.page(
      "/",
      `<script>
        const socket = new WebSocket("${server.ws("/echo")}");
        const fail = () => { throw new Error("patched") };
        socket.onopen = () => {
          JSON.parse = JSON.stringify = structuredClone = fail;
          for (const { prototype } of [EventTarget, MessagePort, Blob, WeakMap, Uint8Array, DataView, ArrayBuffer]) {
            for (const name of Object.getOwnPropertyNames(prototype)) {
              if (name !== "constructor") try { Object.defineProperty(prototype, name, { get: fail }) } catch {}
            }
          }
          for (const name of ["get", "set", "value", "detail", "then", "toJSON", "0", "length"]) {
            Object.defineProperty(Object.prototype, name, { __proto__: null, get: fail, set: fail });
          }
          socket.send("text");
        };
      </script>`,
    ),
  );
  await expect.poll(() => server.connections[0]?.received).toEqual(["text"]);
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 2);
  expect(errors).toEqual([]);
});

test("a strange iframe commands nothing, forges nothing, and reaches no other tab's panel", async ({
  page,
  context,
  server,
  otherServer,
  sockeye,
}) => {
  const stranger = otherServer.page(
    "/stranger",
    `<script>
       const forged = [
         ["1 0 0", "\\u0800\\u0001\\u0000\\u0000\\u0000\\u0002", "{}", null],
         { type: "summons" },
         { type: "watch", from: 0 },
         { reader: 1, command: { type: "watch", from: 0 } },
         { type: "document", document: { id: "x", frameId: 0, url: "https://bank.example/", timeOrigin: 0 } },
         JSON.stringify([1, { type: "watch", from: 0 }]),
       ];
       for (const target of [parent, top, self]) {
         for (const message of forged) {
           const { port1, port2 } = new MessageChannel();
           port1.postMessage(message);
           target.postMessage(message, "*", [port2]);
         }
       }
       for (const type of ["load", "head", "meta", "text", "awake", "command", "cut"]) {
         for (const on of [document, window]) {
           for (const detail of forged) {
             on.dispatchEvent(new CustomEvent(type, { detail }));
             on.dispatchEvent(new MessageEvent(type, { data: detail, ports: [new MessageChannel().port1] }));
           }
         }
       }
       const chromes = typeof chrome === "undefined" ? undefined : chrome.runtime;
       document.title = String(chromes?.sendMessage);
       new WebSocket("${otherServer.ws("/push?count=1")}");
     </script>`,
  );
  await page.goto(
    server.page(
      "/",
      `<script>new WebSocket("${server.ws("/push?count=2")}")</script><iframe src="${stranger}">`,
    ),
  );
  const other = await context.newPage();
  await other.goto(server.page("/other", `<script>new WebSocket("${server.ws("/push?count=5")}")</script>`));
  const otherPanel = await sockeye.openPanelTab(other);
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 3);
  await expectRows(otherPanel, 5);
  await expect(panel.getByRole("treeitem", { name: /^#/ })).toHaveCount(2);
  await expect(otherPanel.getByRole("treeitem", { name: /^#/ })).toHaveCount(1);
  await expect(panel.getByText("bank.example")).toHaveCount(0);
  await expect(status(panel)).toContainText("0 lost");
});

import { expect, test } from "./fixtures";

/** Each opens a socket whose path names the kind of frame it was opened in. */
test("a socket is seen in every kind of frame, from its first script on", async ({
  page,
  server,
  otherServer,
  sockeye,
}) => {
  const opener = (kind: string) => `new WebSocket("${server.ws("/silent")}?in=${kind}")`;
  const script = (kind: string) => `<script>${opener(kind)}</script>`;
  const quoted = (html: string) => JSON.stringify(html).replaceAll("</", "<\\/");
  const child = server.page("/child", script("child"));
  const stranger = otherServer.page("/stranger", script("stranger"));
  const sandboxedByHeader = server.page("/csp", script("csp-sandbox"), {
    "content-security-policy": "sandbox allow-scripts",
  });
  const url = server.page(
    "/",
    `${script("top")}
     <body>
     <iframe src="${child}"></iframe>
     <iframe src="${stranger}"></iframe>
     <iframe src="${sandboxedByHeader}"></iframe>
     <iframe srcdoc='${script("srcdoc")}'></iframe>
     <iframe sandbox="allow-scripts" srcdoc='${script("sandboxed-srcdoc")}'></iframe>
     <iframe src='data:text/html,${encodeURIComponent(script("data"))}'></iframe>
     <object data="${child}?object"></object>
     <script>
       function add(frame) { document.body.append(frame); return frame }
       function frame(attributes) { return Object.assign(document.createElement("iframe"), attributes) }
       const blank = add(frame({})).contentWindow;
       new blank.WebSocket("${server.ws("/silent")}?in=blank-at-once");
       const written = add(frame({})).contentDocument;
       written.open(); written.write(${quoted(script("document-write"))}); written.close();
       const inserted = add(frame({ src: "about:blank" })).contentDocument;
       const element = inserted.createElement("script");
       element.textContent = ${quoted(opener("inserted-script"))};
       inserted.body.append(element);
       const blob = URL.createObjectURL(new Blob([${quoted(script("blob"))}], { type: "text/html" }));
       add(frame({ src: blob }));
       const sandboxed = frame({ src: blob });
       sandboxed.sandbox = "allow-scripts";
       add(sandboxed);
       add(frame({ src: "javascript:" + ${quoted(JSON.stringify(script("javascript-url")))} }));
     </script>`,
  );
  await page.goto(url);
  const panel = await sockeye.openPanelTab(page);
  const expected = [
    ...["top", "child", "stranger", "csp-sandbox", "srcdoc", "sandboxed-srcdoc", "data", "child"],
    ...["blank-at-once", "document-write", "inserted-script", "blob", "blob", "javascript-url"],
  ];
  const arrived = () => server.connections.map(({ url }) => url.searchParams.get("in") ?? "").sort();
  await expect.poll(arrived).toEqual([...expected].sort());
  await expect(panel.getByRole("status", { name: "Capture status" })).toContainText(
    `${expected.length} sockets`,
  );
  for (const kind of new Set(expected)) {
    const line = panel.getByRole("treeitem").filter({ hasText: `in=${kind}` });
    await expect(line.first()).toBeVisible();
  }
});

test("document.open in the page does not cut the way to the panel", async ({ page, server, sockeye }) => {
  const url = server.page(
    "/",
    `<script>
       const socket = new WebSocket("${server.ws("/echo")}");
       socket.onopen = () => {
         document.open();
         document.write("<title>written</title>");
         document.close();
         socket.send("after document.open");
       };
     </script>`,
  );
  await page.goto(url, { waitUntil: "commit" });
  await expect(page).toHaveTitle("written");
  const panel = await sockeye.openPanelTab(page);
  await expect(panel.getByRole("grid", { name: "Frames" }).getByText("after document.open")).toHaveCount(2);
});

test("a window opened by the page has its own panel", async ({ page, context, server, sockeye }) => {
  await page.goto(server.page("/", "opener"));
  const opened = context.waitForEvent("page");
  await page.evaluate((address) => {
    const popup = window.open("about:blank") as Window & typeof globalThis;
    new popup.WebSocket(address);
  }, server.ws("/push?count=2"));
  const panel = await sockeye.openPanelTab(await opened);
  await expect(panel.getByRole("grid", { name: "Frames" })).toHaveAttribute("aria-rowcount", "2");
});

// @vitest-environment node
import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { serve } from "./support/client";

async function site(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sockeye-demo-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const root = join(folder, "pages");
  await mkdir(join(root, "sub"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await mkdir(join(folder, "pages-other"));
  await writeFile(join(folder, "pages-other", "secret.txt"), "secret");
  await writeFile(join(root, "index.html"), "<p>home</p>");
  await writeFile(join(root, "app.js"), "let a;");
  await writeFile(join(root, "empty.css"), "");
  await writeFile(join(root, "data.unknown"), "?");
  await writeFile(join(root, "sub", "a b.svg"), "<svg/>");
  await symlink(join(folder, "secret.txt"), join(root, "link.txt"));
  return (await serve([], { staticRoot: root })).url.replace("ws:", "http:");
}

/** Sends the path as it is; fetch would resolve the dots. */
async function get(url: string, path: string, method = "GET") {
  const { hostname, port } = new URL(url);
  const [res] = (await once(request({ hostname, port, path, method }).end(), "response")) as [
    IncomingMessage,
  ];
  const chunks: Buffer[] = [];
  for await (const chunk of res) chunks.push(chunk);
  return { status: res.statusCode, headers: res.headers, body: Buffer.concat(chunks).toString() };
}

describe("static files", () => {
  it.each([
    ["/", "text/html; charset=utf-8", "<p>home</p>"],
    ["/index.html?x=1", "text/html; charset=utf-8", "<p>home</p>"],
    ["/index", "text/html; charset=utf-8", "<p>home</p>"],
    ["/app.js", "text/javascript; charset=utf-8", "let a;"],
    ["/empty.css", "text/css; charset=utf-8", ""],
    ["/sub/a%20b.svg", "image/svg+xml", "<svg/>"],
    ["/data.unknown", "application/octet-stream", "?"],
  ])("serves %s", async (path, type, body) => {
    const res = await get(await site(), path);
    expect(res).toMatchObject({ status: 200, body });
    expect(res.headers).toMatchObject({
      "content-type": type,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
  });

  it.each([
    "/missing.html",
    "/sub",
    "/sub/",
    "/../secret.txt",
    "/sub/../../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/../pages-other/secret.txt",
    "//etc/passwd",
    "/link.txt",
    "/app.js%00.html",
    "/%E0%A4%A",
  ])("has no %s", async (path) => {
    const res = await get(await site(), path);
    expect(res.status).toBe(404);
    expect(res.body).not.toContain("secret");
  });

  it("answers HEAD without a body, and refuses other methods", async () => {
    const url = await site();
    expect(await get(url, "/", "HEAD")).toMatchObject({
      status: 200,
      body: "",
      headers: { "content-length": "11" },
    });
    expect(await get(url, "/", "POST")).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  });
});

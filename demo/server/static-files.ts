import { readFile, realpath } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/** Answers with a file of `root` for GET and HEAD, `index.html` for `/`, `a.html` also for `/a`; 404 for whatever lies outside or is no file. */
export async function serveFile(root: string, path: string, req: IncomingMessage, res: ServerResponse) {
  if (req.method !== "GET" && req.method !== "HEAD") return answer(res, 405, { allow: "GET, HEAD" });
  const file = await locate(root, fileOf(path));
  const content = file && (await readFile(file).catch(() => undefined));
  if (!content) return answer(res, 404);
  res.writeHead(200, {
    "cache-control": "no-store",
    "content-length": content.length,
    "content-type": CONTENT_TYPES[extname(file)] ?? "application/octet-stream",
    "x-content-type-options": "nosniff",
  });
  res.end(req.method === "HEAD" ? undefined : content);
}

function fileOf(path: string): string {
  if (path === "/") return "/index.html";
  return path.endsWith("/") || extname(path) !== "" ? path : `${path}.html`;
}

/** Ends a response with nothing but a status and its text. */
export function answer(res: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  res.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers });
  res.end(`${status}\n`);
}

/** The real path of a file below `root`; links that lead out of it count as outside. */
async function locate(root: string, path: string): Promise<string | undefined> {
  try {
    const [base, file] = await Promise.all([realpath(root), realpath(join(root, decodeURIComponent(path)))]);
    return file.startsWith(base + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { dist } from "../../scripts/root";

/** What is shipped, in bytes, plain and gzipped. */
export function sizes(): void {
  console.log("\nSizes in bytes, plain and gzipped");
  for (const path of readdirSync(dist, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.(js|css)$/.test(path)) continue;
    const content = readFileSync(join(dist, path));
    console.log(`${path}: ${content.length}, ${gzipSync(content).length}`);
  }
}

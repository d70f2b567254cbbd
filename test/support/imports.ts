import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { parseAst } from "vite";

/** What a file imports, type-only imports too: files as paths from the root, packages by name. */
export type Imports = ReadonlyMap<string, readonly string[]>;

interface Node {
  type: string;
  source?: { value: string } | null;
}

/**
 * Reads the imports of every file below `folder`. dependency-cruiser cannot do it here: it needs a TypeScript older
 * than 7, or swc, which it gives no way to read TSX.
 * @throws when a file does not parse, or imports a file that is not there
 */
export function readImports(root: string, folder: string): Imports {
  const files = readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => /\.tsx?$/.test(path))
    .sort();
  return new Map(files.map((file) => [file, importsOf(root, file)]));
}

function importsOf(root: string, file: string): string[] {
  const { body } = parseAst(readFileSync(`${root}${file}`, "utf8"), {
    lang: file.endsWith("x") ? "tsx" : "ts",
  });
  return (body as unknown as Node[])
    .flatMap(({ source }) => (source ? [source.value] : []))
    .map((specifier) => resolve(root, file, specifier));
}

function resolve(root: string, file: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const path = posix.join(dirname(file), specifier);
  const found = [path, `${path}.ts`, `${path}.tsx`].find(
    (candidate) => /\.\w+$/.test(candidate) && existsSync(root + candidate),
  );
  if (!found) throw new Error(`${file} imports ${specifier}, which is not there`);
  return found;
}

/** The first circle of imports found from each file on, as a path that ends where it began. */
export function circles(imports: Imports): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  function follow(path: string[]): void {
    const file = path[path.length - 1] ?? "";
    if (done.has(file)) return;
    for (const to of imports.get(file) ?? []) {
      const at = path.indexOf(to);
      if (at >= 0) found.push([...path.slice(at), to]);
      else follow([...path, to]);
    }
    done.add(file);
  }
  for (const file of imports.keys()) follow([file]);
  return found;
}

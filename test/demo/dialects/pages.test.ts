// @vitest-environment node
import { expect, it, onTestFinished } from "vitest";
import { startDemo } from "../../../demo/start-demo";

const NAMES = ["philjs", "guide", "warpkit", "recker", "universal"];

async function text(path: string): Promise<string> {
  const demo = await startDemo();
  onTestFinished(() => demo.close());
  const res = await fetch(demo.url + path);
  expect(res.status).toBe(200);
  return res.text();
}

it("the first page links to every dialect", async () => {
  const html = await text("/");
  for (const name of NAMES) expect(html).toContain(`href="/dialects/${name}"`);
});

it.each(NAMES)("/dialects/%s stands alone, without its ending, and asks no other host", async (name) => {
  const html = await text(`/dialects/${name}`);
  expect(html).toContain(`src="/dialects/${name}.js"`);
  expect(html).not.toMatch(/(src|href)="(?!\/)/);
  for (const button of ["Join", "Leave", "Drop me", "Auth fails", "Announce", "Hostile"]) {
    expect(html).toContain(`>${button}</button>`);
  }
});

// @vitest-environment node
import { expect, test } from "vitest";
import { find, type Machine } from "../../scripts/chromium/find";

const OWN = "/cache/playwright/chrome";

interface Setting {
  files?: string[];
  env?: Record<string, string>;
  platform?: NodeJS.Platform;
  superuser?: boolean;
  /** What a command leaves behind; a command that is not listed fails. */
  commands?: Record<string, string[]>;
}

function machine({ files = [], env = {}, platform = "linux", superuser = false, commands = {} }: Setting) {
  const there = new Set(files);
  const ran: string[] = [];
  const run = async (...words: string[]) => {
    const line = words.join(" ");
    ran.push(line);
    for (const file of commands[line] ?? []) there.add(file);
    return line in commands ? 0 : 1;
  };
  const fake: Machine = {
    platform,
    superuser,
    env: { PATH: "/usr/local/bin:/usr/bin", ...env },
    playwrightChromium: OWN,
    executable: async (path) => there.has(path),
    run,
    playwright: (...args) => run("playwright", ...args),
    say: () => {},
  };
  return { ran, found: find(fake) };
}

test("CHROMIUM_PATH goes before everything", async () => {
  const { found } = machine({
    files: ["/my/chromium", "/usr/bin/chromium", OWN],
    env: { CHROMIUM_PATH: "/my/chromium" },
  });
  expect(await found).toBe("/my/chromium");
});

test("a CHROMIUM_PATH that cannot run is an error, not a reason to take another", async () => {
  const { found } = machine({ files: ["/usr/bin/chromium"], env: { CHROMIUM_PATH: "/my/typo" } });
  await expect(found).rejects.toThrow("CHROMIUM_PATH is /my/typo");
});

test.each([
  [
    "chromium before chromium-browser",
    ["/usr/local/bin/chromium-browser", "/usr/bin/chromium"],
    "/usr/bin/chromium",
  ],
  ["chromium-browser alone", ["/usr/bin/chromium-browser"], "/usr/bin/chromium-browser"],
  ["the PATH before Playwright's own", ["/usr/bin/chromium", OWN], "/usr/bin/chromium"],
  ["Playwright's own", [OWN], OWN],
  ["never Google Chrome", ["/usr/bin/google-chrome", OWN], OWN],
  ["never Ubuntu's snap in disguise", ["/usr/bin/chromium-browser", "/snap/bin/chromium", OWN], OWN],
])("finds %s", async (_, files, path) => {
  const { found, ran } = machine({ files });
  expect(await found).toBe(path);
  expect(ran).toEqual([]);
});

test("never takes a snap from the PATH", async () => {
  const { found } = machine({ files: ["/snap/bin/chromium", OWN], env: { PATH: "/snap/bin" } });
  expect(await found).toBe(OWN);
});

test("reads the PATH of Windows", async () => {
  const path = "C:\\Chromium\\chromium.exe";
  const { found } = machine({ platform: "win32", files: [path], env: { PATH: "C:\\Windows;C:\\Chromium" } });
  expect(await found).toBe(path);
});

test("installs Playwright's when there is none", async () => {
  const { found, ran } = machine({ commands: { "playwright install --no-shell chromium": [OWN] } });
  expect(await found).toBe(OWN);
  expect(ran).toHaveLength(1);
});

test("as root on Debian, installs what Playwright's needs too", async () => {
  const { found } = machine({
    files: ["/usr/bin/apt-get"],
    superuser: true,
    commands: { "playwright install --no-shell --with-deps chromium": [OWN] },
  });
  expect(await found).toBe(OWN);
});

test("as root on Debian, installs the system's when Playwright's cannot be had", async () => {
  const { found, ran } = machine({
    files: ["/usr/bin/apt-get"],
    superuser: true,
    commands: { "apt-get update": [], "apt-get install -y chromium": ["/usr/bin/chromium"] },
  });
  expect(await found).toBe("/usr/bin/chromium");
  expect(ran).toHaveLength(3);
});

test("does not touch the system's packages without being root", async () => {
  const { found, ran } = machine({ files: ["/usr/bin/apt-get"] });
  await expect(found).rejects.toThrow("Install one");
  expect(ran).toEqual(["playwright install --no-shell chromium"]);
});

test("when nothing works, says what to install on each system", async () => {
  const { found } = machine({ files: ["/usr/bin/apt-get"], superuser: true });
  for (const word of ["Debian", "Ubuntu", "Fedora", "macOS", "Windows", "CHROMIUM_PATH"]) {
    await expect(found).rejects.toThrow(word);
  }
});

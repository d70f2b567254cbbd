/** The parts of the machine that finding a browser depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly superuser: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where Playwright keeps its own Chromium, be it there or not. */
  readonly playwrightChromium: string;
  executable(path: string): Promise<boolean>;
  /** Runs a command and answers with its exit code. */
  run(command: string, ...args: string[]): Promise<number>;
  /** Runs Playwright's command line tool. */
  playwright(...args: string[]): Promise<number>;
  say(line: string): void;
}

/**
 * The path of a Chromium that loads unpacked extensions; installs one if there is none.
 * Google Chrome is never taken: since version 137 it ignores --load-extension.
 */
export async function find(machine: Machine): Promise<string> {
  return (
    (await chosen(machine)) ??
    (await onPath(machine)) ??
    (await ofPlaywright(machine)) ??
    (await installed(machine)) ??
    giveUp()
  );
}

async function chosen({ env, executable }: Machine): Promise<string | undefined> {
  const path = env.CHROMIUM_PATH;
  if (!path) return undefined;
  if (await executable(path)) return path;
  throw new Error(
    `CHROMIUM_PATH is ${path}, which is not an executable file.\nSet it to a Chromium, or unset it.`,
  );
}

async function onPath({ env, platform, executable }: Machine): Promise<string | undefined> {
  const windows = platform === "win32";
  const folders = (env.PATH ?? env.Path ?? "").split(windows ? ";" : ":").filter((folder) => folder !== "");
  for (const name of await names(platform, executable)) {
    for (const folder of folders) {
      const path = windows ? `${folder}\\${name}.exe` : `${folder}/${name}`;
      if (!path.startsWith("/snap/") && (await executable(path))) return path;
    }
  }
  return undefined;
}

/** A snap cannot read a profile in /tmp; on Ubuntu chromium-browser is one in disguise. */
async function names(platform: NodeJS.Platform, executable: Machine["executable"]): Promise<string[]> {
  const snap = platform === "linux" && (await executable("/snap/bin/chromium"));
  return snap ? ["chromium"] : ["chromium", "chromium-browser"];
}

async function ofPlaywright({ playwrightChromium, executable }: Machine): Promise<string | undefined> {
  return (await executable(playwrightChromium)) ? playwrightChromium : undefined;
}

async function installed(machine: Machine): Promise<string | undefined> {
  const { superuser, executable, playwright, run, say } = machine;
  const apt = superuser && (await executable("/usr/bin/apt-get"));
  const install = ["install", "--no-shell", ...(apt ? ["--with-deps"] : []), "chromium"];

  say(`No Chromium found. Installing Playwright's: npx playwright ${install.join(" ")}`);
  if ((await playwright(...install)) === 0) return ofPlaywright(machine);
  if (!apt) return undefined;

  say("That failed. Installing the system's: apt-get update && apt-get install -y chromium");
  if ((await run("apt-get", "update")) !== 0) return undefined;
  if ((await run("apt-get", "install", "-y", "chromium")) !== 0) return undefined;
  return onPath(machine);
}

function giveUp(): never {
  throw new Error(
    `There is no Chromium here, and none could be installed. Install one:
  Debian   sudo apt install chromium
  Ubuntu   npx playwright install --with-deps chromium   (apt's is a snap, which cannot be steered from outside)
  Fedora   sudo dnf install chromium
  macOS    npx playwright install chromium
  Windows  npx playwright install chromium
Or set CHROMIUM_PATH to a Chromium you have. Google Chrome will not do: it ignores --load-extension.`,
  );
}

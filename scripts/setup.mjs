// Runs before anything is installed: plain Node, no packages.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

checkNode();
if (!installed()) install();

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const fits = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (fits) return;
  fail(
    `Sockeye needs Node 20.19 or newer (of 22: 22.12 or newer); this is ${process.versions.node}.`,
    "Install it from https://nodejs.org, or with a version manager: `nvm install 22` or `fnm install 22`.",
  );
}

/** Whether node_modules holds what package-lock.json asks for. npm keeps its own note of what it installed. */
function installed() {
  const wanted = packages("package-lock.json");
  const found = packages("node_modules/.package-lock.json");
  if (!wanted) return found !== undefined;
  if (!found) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    // "" is the project itself; optional packages are absent where the platform is another.
    return path === "" || (found[path] ? found[path].version === version : optional);
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean }> | undefined}
 */
function packages(lockFile) {
  try {
    return JSON.parse(readFileSync(`${root}/${lockFile}`, "utf8")).packages;
  } catch {
    return undefined;
  }
}

function install() {
  const locked = existsSync(`${root}/package-lock.json`);
  if (locked && succeeds("ci")) return;
  // npm ci refuses a lock file that lacks a package of this platform; npm install is content to add it.
  if (succeeds(...(locked ? ["install", "--no-save"] : ["install"]))) return;
  fail(
    "npm could not install the packages; its own words stand above.",
    "Is the registry within reach (`npm ping`)? If so, delete the folder node_modules and try again.",
  );
}

/** @param {string[]} command */
function succeeds(...command) {
  console.log(`Installing packages: npm ${command.join(" ")} (about half a minute the first time)`);
  return npm([...command, "--include=dev", "--no-audit", "--no-fund"]) === 0;
}

/** @param {string[]} args */
function npm(args) {
  // Under `npm start` npm says where it lives, which spares us the shell that npm.cmd needs on Windows.
  const path = process.env.npm_execpath;
  const options = /** @type {const} */ ({ cwd: root, stdio: "inherit" });
  const result = path?.endsWith(".js")
    ? spawnSync(process.execPath, [path, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  return result.status;
}

/** @param {string[]} lines */
function fail(...lines) {
  console.error(lines.join("\n"));
  process.exit(1);
}

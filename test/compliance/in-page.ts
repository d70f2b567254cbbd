import { themes } from "./all";
import { limits } from "./known-limits";
import { noteViolations } from "./policies";

/** The program that compliance.spec.ts puts in a page: runs one check and answers with its transcript as JSON. */
const { stringify } = JSON;

/** JSON knows no undefined, functions, symbols or bigints; a transcript has to tell them apart. */
function plain(_: string, value: unknown): unknown {
  if (value === undefined || typeof value === "bigint" || Object.is(value, -0))
    return `(${typeof value}) ${value}`;
  if (typeof value === "function" || typeof value === "symbol") return `(${typeof value}) ${String(value)}`;
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

function find(theme: string, title: string) {
  return (theme === "limits" ? limits : themes[theme])?.find((check) => check.title === title);
}

Object.defineProperty(window, "observe", {
  value: async (theme: string, title: string) => stringify(await find(theme, title)?.observe(), plain),
});
noteViolations();

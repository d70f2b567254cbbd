import { TestServer } from "../support/server";
import { load } from "./load";
import { meaning } from "./meaning";
import { pageCost } from "./page-cost";
import { panel } from "./panel";
import { sizes } from "./sizes";
import { sustained } from "./sustained";

/**
 * `npm run bench [part ...]`: figures side by side from one run. Ratios are what counts; times differ by machine and
 * are never asserted in tests.
 */
const server = await TestServer.start();
const parts: Record<string, () => void | Promise<void>> = {
  cost: () => pageCost(server),
  sustained: () => sustained(server),
  panel,
  meaning,
  load: () => load(server),
  sizes,
};
const asked = process.argv.slice(2);
try {
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) await part();
  }
} finally {
  await server.close();
}
process.exit();

import { TestServer } from "../support/server";
import { pageCost } from "./page-cost";

/** `npm run bench`: figures side by side from one run; ratios are what counts, times differ by machine. */
const server = await TestServer.start();
try {
  await pageCost(server);
} finally {
  await server.close();
}
process.exit();

import { fileURLToPath } from "node:url";
import { createAnnouncements } from "./handlers/announcements";
import { createChat } from "./handlers/chat";
import { createDialects } from "./handlers/dialects";
import { createMarket } from "./handlers/market";
import { createMetrics } from "./handlers/metrics";
import { createPrivate } from "./handlers/private";
import { createMockServer } from "./server";

const PAGES = fileURLToPath(new URL("pages", import.meta.url));

export interface Demo {
  /** Address of the demo page, without a trailing slash. */
  url: string;
  /** Ends all sockets with 1001 and resolves when the port is free again. */
  close(): Promise<void>;
}

/**
 * Starts the demo page and its sockets on 127.0.0.1.
 * @param options.port 0 (the default) picks a free port.
 * @throws Error or RangeError when it cannot listen there; the message says why.
 */
export async function startDemo({ port = 0 }: { port?: number } = {}): Promise<Demo> {
  const server = createMockServer({
    staticRoot: PAGES,
    wsHandlers: [
      createAnnouncements(),
      createChat(),
      createMarket(),
      createMetrics(),
      createPrivate(),
      ...createDialects(),
    ],
  });
  const url = await server.listen(port);
  return { url, close: () => server.close() };
}

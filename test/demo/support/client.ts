import { once } from "node:events";
import { onTestFinished } from "vitest";
import { type ClientOptions, WebSocket } from "ws";
import { createMockServer, type Handler, type MockServerOptions } from "../../../demo/server";

/** Starts a server for the length of a test and answers with its `ws:` URL. */
export async function serve(wsHandlers: Handler[], options: Partial<MockServerOptions> = {}) {
  const server = createMockServer({ wsHandlers, ...options });
  onTestFinished(() => server.close());
  const url = (await server.listen()).replace("http:", "ws:");
  return { server, url };
}

/** A real client that keeps what it receives until a test asks for it. */
export function connect(url: string, options: ClientOptions = {}) {
  const socket = new WebSocket(url, { perMessageDeflate: false, ...options });
  onTestFinished(() => socket.terminate());
  const arrived: (string | Buffer)[] = [];
  const waiting: ((frame: string | Buffer) => void)[] = [];
  socket.on("message", (data: Buffer, binary) => {
    const frame = binary ? data : data.toString();
    const taker = waiting.shift();
    if (taker) taker(frame);
    else arrived.push(frame);
  });
  const opened = once(socket, "open");
  const failed = new Promise<string>((resolve) => socket.once("error", (error) => resolve(error.message)));
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.once("close", (code, reason) => resolve({ code, reason: String(reason) })),
  );
  opened.catch(() => undefined);

  const next = () =>
    new Promise<string | Buffer>((resolve) => {
      const frame = arrived.shift();
      if (frame === undefined) waiting.push(resolve);
      else resolve(frame);
    });

  return {
    socket,
    opened,
    failed,
    closed,
    next,
    json: async () => JSON.parse(String(await next())),
    send: (data: unknown) => socket.send(JSON.stringify(data)),
  };
}

export type Client = ReturnType<typeof connect>;

/** The same, once it is open. */
export async function connected(url: string, options?: ClientOptions): Promise<Client> {
  const client = connect(url, options);
  await client.opened;
  return client;
}

/**
 * Resolves when everything that clients sent so far has reached the server: a later connection has been opened
 * and answered there. The server needs the handler `ECHO`.
 */
export async function reached(url: string): Promise<void> {
  const client = await connected(`${url}/echo`);
  client.socket.send("fence");
  await client.next();
}

export const ECHO: Handler = { pattern: "/echo", onMessage: (conn, data) => conn.send(data) };

/** A promise with its handles, for callbacks that a test waits for. */
export function deferred<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((take) => {
    resolve = take;
  });
  return { promise, resolve };
}

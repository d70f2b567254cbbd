import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

const HOST = "127.0.0.1";

/** Binds a server to a port of 127.0.0.1 and answers with its URL. @throws as `MockServer.listen`. */
export async function listen(server: Server, port: number): Promise<string> {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new RangeError(`Port ${port} is not a whole number from 0 to 65535`);
  }
  if (server.listening) throw new Error("The server is already listening");
  server.listen(port, HOST);
  try {
    await once(server, "listening");
  } catch (error) {
    throw new Error(`Cannot listen on ${HOST}:${port}: ${explain(error)}`, { cause: error });
  }
  return `http://${HOST}:${(server.address() as AddressInfo).port}`;
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return "the port is in use. Stop what uses it or choose another port";
  if (code === "EACCES") return "this user may not use the port. Choose one above 1023";
  return message;
}

import type { Connection } from "./connection";

/** What the first part of a socket's path tells the server to do; see each for its query. */
export const behaviours: Record<string, (connection: Connection) => void> = {
  "/echo": echo,
  "/push": push,
  "/close": close,
  "/cut": (connection) => connection.cut(),
  "/silent": () => {},
};

function echo({ socket }: Connection): void {
  socket.on("message", (data, binary) => socket.send(data, { binary }));
}

/** `count` frames of `size` bytes at once, text or, with `binary=1`, bytes. Each begins with its number. */
function push(connection: Connection): void {
  const query = connection.url.searchParams;
  const count = Number(query.get("count") ?? 1);
  const size = Number(query.get("size") ?? 0);
  const binary = query.get("binary") === "1";
  for (let number = 0; number < count; number++) {
    const text = `${number} `.padEnd(size, ".").slice(0, size || undefined);
    connection.push([binary ? Buffer.from(text) : text]);
  }
}

/** Closes at once with `code` and `reason`. */
function close(connection: Connection): void {
  const query = connection.url.searchParams;
  connection.close(Number(query.get("code") ?? 1000), query.get("reason") ?? "");
}

import type { Received } from "./events";

/** Sends each chunk, waiting for `send` in between. Rejects with what the stream or the sending rejects with (K24). */
export async function pump(
  readable: ReadableStream<string | Uint8Array>,
  send: (chunk: string | Uint8Array) => Promise<unknown>,
): Promise<void> {
  const reader = readable.getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) await send(step.value);
  } catch (thrown) {
    await reader.cancel(thrown).catch(() => {});
    throw thrown;
  } finally {
    reader.releaseLock();
  }
}

/** Writes each message and closes the stream at the end of them; aborts it and rejects when they end in an error. */
export async function drainInto(
  messages: AsyncIterable<Received>,
  writable: WritableStream<string | Uint8Array>,
): Promise<void> {
  const writer = writable.getWriter();
  try {
    for await (const { data } of messages) await writer.write(data);
    await writer.close();
  } catch (thrown) {
    await writer.abort(thrown).catch(() => {});
    throw thrown;
  } finally {
    writer.releaseLock();
  }
}

import { onTestFinished } from "vitest";
import { startDemo } from "../../../demo/start-demo";
import type { Client } from "../support/client";

/** The `ws:` URL of the demo, for the length of a test. */
export async function demo(): Promise<string> {
  const { url, close } = await startDemo();
  onTestFinished(close);
  return url.replace("http:", "ws:");
}

/** The next JSON object that fits; the story may tell of something else in between. */
export async function until(client: Client, fits: (frame: Record<string, unknown>) => boolean) {
  for (;;) {
    const frame = parsed(await client.next());
    if (frame && fits(frame)) return frame;
  }
}

export const typed = (client: Client, type: string) => until(client, (frame) => frame.type === type);

function parsed(text: string | Buffer): Record<string, unknown> | null {
  try {
    const value = JSON.parse(String(text));
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

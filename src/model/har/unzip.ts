import { strFromU8, unzipSync } from "fflate";
import type { Outcome } from "../capture-file/imported";
import { readHar } from "./read";

/** What may come out of a zip: a small one can hold far more than there is memory. */
const MOST_BYTES = 400_000_000;
const WANTED = /\.(?:har|jsonl)$/i;

/** Reads the zip that Playwright writes for `har.zip`: the HAR, and messages in files of their own. Never throws. */
export function readZippedHar(zip: Uint8Array): Outcome {
  let bytes = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (!WANTED.test(name) || bytes + originalSize > MOST_BYTES) return false;
        bytes += originalSize;
        return true;
      },
    });
  } catch {
    return { refused: "This zip cannot be read. Unpack it and import the .har file in it." };
  }
  const names = Object.keys(files);
  const text = (name: string | undefined) => {
    const content = name === undefined ? undefined : files[name];
    return content ? strFromU8(content) : null;
  };
  const har = text(names.find((name) => name.toLowerCase().endsWith(".har")));
  if (har === null) return { refused: "This zip holds no .har file (or one of more than 400 MB)." };
  return readHar(har, (file) => text(names.find((name) => name === file || name.endsWith(`/${file}`))));
}

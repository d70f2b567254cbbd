import type { Outcome } from "../../model/capture-file/imported";
import { CaptureReader } from "../../model/capture-file/read";
import { readHar } from "../../model/har/read";
import { readZippedHar } from "../../model/har/unzip";

/** A HAR is one piece of JSON, of which everything is in memory at once, several times over. */
const MOST_HAR_BYTES = 200_000_000;
/** A longer line is left out: it would outgrow what a string can be. */
const MOST_LINE_UNITS = 256_000_000;
const SAMPLE_BYTES = 512;

/** Told how much of the file was read, from 0 to 1; lets others work, and says false to stop. */
type Progress = (share: number) => Promise<boolean>;

const CAPTURE = /^\ufeff?\s*\{\s*"sockeye"/;

/** Reads any file that the panel can import; what it is shows in its first bytes, not in its name. Never throws. */
export async function readFile(file: File, progress: Progress): Promise<Outcome> {
  try {
    const sample = new Uint8Array(await file.slice(0, SAMPLE_BYTES).arrayBuffer());
    if (sample.length === 0) return { refused: "This file is empty." };
    if (sample[0] === 0x1f && sample[1] === 0x8b)
      return { refused: "This file is gzipped: unpack it first." };
    if (CAPTURE.test(new TextDecoder().decode(sample))) return await readLines(file, progress);
    if (file.size > MOST_HAR_BYTES) {
      return {
        refused:
          "This file is too large: a HAR can have up to 200 MB. Captures (.jsonl) are read bit by bit and may be larger.",
      };
    }
    await progress(0);
    if (sample[0] === 0x50 && sample[1] === 0x4b)
      return readZippedHar(new Uint8Array(await file.arrayBuffer()));
    return readHar(await file.text());
  } catch (error) {
    return {
      refused: `This file could not be read: ${error instanceof Error ? error.message : "unknown reason"}`,
    };
  }
}

/** Reads line by line, so that the file as a whole is never in memory. */
async function readLines(file: File, progress: Progress): Promise<Outcome> {
  const reader = new CaptureReader();
  const decoder = new TextDecoder();
  let begun: string[] = [];
  let units = 0;
  let bytes = 0;
  const take = (text: string, ends: boolean) => {
    units += text.length;
    if (units <= MOST_LINE_UNITS) begun.push(text);
    else begun = [];
    if (!ends) return;
    if (units > MOST_LINE_UNITS) reader.tooLong();
    else reader.line(begun.join(""));
    begun = [];
    units = 0;
  };
  const stream = file.stream().getReader();
  for (;;) {
    const { done, value } = await stream.read();
    bytes += value?.length ?? 0;
    const lines = decoder.decode(value, { stream: !done }).split("\n");
    for (const [index, line] of lines.entries()) take(line, index < lines.length - 1);
    if (done) break;
    if (reader.over) {
      await stream.cancel();
      break;
    }
    if (!(await progress(bytes / file.size))) {
      await stream.cancel();
      return { refused: "The import was stopped." };
    }
  }
  if (units > 0) take("", true);
  return reader.end();
}

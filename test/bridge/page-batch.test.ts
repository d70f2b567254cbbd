// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BatchAssembler } from "../../src/bridge/page-batch";
import { PortEvent } from "../../src/link/hand-over";
import { MalformedBatch, unpack } from "../../src/link/unpack";
import { BATCH_NOTICES, BATCH_UNITS, type Batch, META_UNITS } from "../../src/protocol";

function assemble(...parts: [type: string, detail: unknown][]): Batch[] {
  const batches: Batch[] = [];
  const assembler = new BatchAssembler((batch) => batches.push(batch));
  for (const [type, detail] of parts) assembler.take(type, detail);
  return batches;
}

const HEAD: [string, unknown] = [PortEvent.Head, "1 0 0"];
const META: [string, unknown] = [PortEvent.Meta, ""];
const TEXT: [string, unknown] = [PortEvent.Text, "x"];

describe("the bridge's end of the shared port", () => {
  test("puts the parts of a batch together", () => {
    expect(assemble(HEAD, META, TEXT)).toEqual([["1 0 0", "", "x", null]]);
    const bytes = new ArrayBuffer(3);
    expect(assemble(HEAD, META, [PortEvent.Bytes, bytes], TEXT)).toEqual([["1 0 0", "", "x", bytes]]);
  });

  test("bytes of one batch do not stay for the next", () => {
    const bytes: [string, unknown] = [PortEvent.Bytes, new ArrayBuffer(3)];
    expect(assemble(HEAD, META, bytes, TEXT, HEAD, META, TEXT)[1]?.[3]).toBeNull();
  });

  test.each([
    ["no head", [META, TEXT]],
    ["no meta", [HEAD, TEXT]],
    ["a head that is none", [[PortEvent.Head, 1], META, TEXT]],
    ["an endless head", [[PortEvent.Head, "1".repeat(1000)], META, TEXT]],
    ["a giant meta", [HEAD, [PortEvent.Meta, " ".repeat(BATCH_NOTICES * META_UNITS + 1)], TEXT]],
    ["a giant text", [HEAD, META, [PortEvent.Text, "x".repeat(BATCH_UNITS + 1)]]],
    ["giant bytes", [HEAD, META, [PortEvent.Bytes, new ArrayBuffer(BATCH_UNITS + 1)], TEXT]],
    ["bytes that are none", [HEAD, META, [PortEvent.Bytes, { byteLength: 1 }], TEXT]],
    ["text that is none", [HEAD, META, [PortEvent.Text, { length: 1 }]]],
    ["the same end twice", [TEXT, TEXT]],
  ] as [string, [string, unknown][]][])("refuses %s", (_, parts) => {
    expect(assemble(...parts)).toEqual([]);
  });

  test("whatever the page says, what comes through can be read or is refused", () => {
    const detail = fc.oneof(
      fc.anything(),
      fc.string(),
      fc.constant("1 0 0"),
      fc.uint8Array().map((a) => a.buffer),
    );
    const part = fc.tuple(fc.constantFrom(...Object.values(PortEvent)), detail);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        for (const batch of assemble(...parts)) readable(batch);
      }),
      { numRuns: 2000 },
    );
  });

  test("any meta, text and bytes are read within their bounds, or refused", () => {
    const meta = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
      .map((u) => String.fromCharCode(...u));
    fc.assert(
      fc.property(meta, fc.string(), fc.option(fc.uint8Array()), (meta, text, bytes) => {
        readable(["1 0 0", meta, text, bytes ? (bytes.slice().buffer as ArrayBuffer) : null]);
      }),
      { numRuns: 5000 },
    );
  });
});

function readable(batch: Batch): void {
  try {
    let text = 0;
    for (const notice of unpack(batch)) text += notice.text.length;
    expect(text).toBe(batch[2].length);
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedBatch);
  }
}

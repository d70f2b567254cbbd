import * as v from "valibot";
import type { LossReason } from "../../protocol";

/** What a file may say. Objects are read by these fields only: no other key of a file is ever looked at. */

/** The last millisecond that a date can have. */
const END_OF_TIME = 8.64e15;
/** The longest address that Chrome makes; longer texts are no facts of a socket. */
const LONGEST = 2_097_152;
/** The places where a subprotocol can stand in a header are few. */
const MOST_ASKED = 1000;

export const time = v.pipe(
  v.number(),
  v.minValue(0, "is negative"),
  v.maxValue(END_OF_TIME, "is no date: too large"),
);
const wholeNumber = v.pipe(v.number(), v.safeInteger("is no whole number"), v.minValue(0, "is negative"));
export const shortText = v.pipe(v.string(), v.maxLength(LONGEST, "is too long"));
const REASONS = { backlog: 1, slow: 1, away: 1, paused: 1, refused: 1, ended: 1 } satisfies Record<
  LossReason,
  1
>;
const why = v.picklist(Object.keys(REASONS) as LossReason[]);

/** The facts of a socket that both formats carry. */
export const socketFields = {
  document: v.optional(shortText, ""),
  documentUrl: v.optional(shortText, ""),
  frameId: v.optional(wholeNumber, 0),
  worker: v.optional(shortText),
  transport: v.optional(v.picklist(["WebSocket", "EventSource"]), "WebSocket"),
  url: shortText,
  asked: v.optional(v.pipe(v.array(shortText), v.maxLength(MOST_ASKED, "is too long")), []),
  protocol: v.optional(shortText, ""),
  extensions: v.optional(shortText, ""),
  state: v.picklist(["connecting", "open", "closing", "closed", "gone"]),
  createdAt: time,
  openedAt: v.optional(time),
  closedAt: v.optional(time),
  code: v.optional(wholeNumber),
  reason: v.optional(shortText),
  clean: v.optional(v.boolean()),
  closedByPage: v.optional(v.literal(true)),
  failed: v.optional(v.boolean(), false),
  replay: v.optional(v.picklist(["page", "extension"])),
  pretended: v.optional(v.literal(true)),
};

const frameFields = {
  type: v.literal("frame"),
  time,
  direction: v.picklist(["sent", "received"]),
  unsent: v.optional(v.boolean(), false),
  injected: v.optional(v.boolean(), false),
  withheld: v.optional(v.boolean(), false),
  late: v.optional(v.boolean(), false),
  size: v.optional(wholeNumber),
  text: v.optional(v.string()),
  base64: v.optional(v.string()),
  kind: v.optional(v.picklist(["text", "binary"]), "text"),
  absent: v.optional(v.picklist(["unkept", "pending"])),
  event: v.optional(v.object({ type: shortText, id: shortText })),
};
const lossFields = {
  type: v.literal("loss"),
  time,
  count: wholeNumber,
  why,
};

/** A frame or loss, placed in its file by `place`. */
function rowSchema<Name extends string>(name: Name) {
  const place = { [name]: wholeNumber } as Record<Name, typeof wholeNumber>;
  return v.variant("type", [
    v.object({ ...frameFields, ...place }),
    v.object({ ...lossFields, ...place }),
  ] as const);
}

export const headLine = v.object({ sockeye: v.string(), version: v.optional(v.number()) });
export const socketLine = v.object({ type: v.literal("socket"), socket: wholeNumber, ...socketFields });
export const captureRow = rowSchema("socket");
export const harRow = rowSchema("order");
export const wholeNumbers = v.array(wholeNumber);

export type RowFacts = v.InferOutput<ReturnType<typeof rowSchema<"socket">>>;

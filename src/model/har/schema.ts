import * as v from "valibot";
import { shortText, socketFields, time, wholeNumbers } from "../capture-file/schema";

/** What other writers may leave out or get wrong is read as if it was not there. */
function lenient<S extends v.GenericSchema>(schema: S) {
  return v.fallback(v.optional(schema), undefined as never);
}

const headers = v.fallback(v.optional(v.array(v.object({ name: v.string(), value: v.string() })), []), []);

export const har = v.object({
  log: v.object({
    creator: lenient(v.object({ name: v.string() })),
    pages: v.fallback(v.optional(v.array(v.unknown()), []), []),
    entries: v.array(v.unknown()),
  }),
});

export const page = v.object({ id: v.string(), title: shortText });

export const entry = v.object({
  _resourceType: lenient(v.string()),
  startedDateTime: lenient(v.string()),
  pageref: lenient(v.string()),
  request: v.object({ url: shortText, headers }),
  response: lenient(
    v.object({
      status: lenient(v.number()),
      headers,
      content: lenient(v.object({ _file: lenient(v.string()) })),
      _failureText: lenient(shortText),
      _error: lenient(shortText),
    }),
  ),
  _webSocketMessages: v.optional(v.unknown()),
  _webSocketClose: lenient(
    v.union([
      v.literal("aborted"),
      v.object({ code: lenient(v.number()), reason: lenient(shortText), timestamp: lenient(v.number()) }),
    ]),
  ),
  _sockeye: v.optional(v.unknown()),
});
export type Entry = v.InferOutput<typeof entry>;

export const message = v.object({
  type: v.picklist(["send", "receive", "error"]),
  time: v.optional(v.number()),
  opcode: v.optional(v.number(), 1),
  data: v.string(),
});

export const EXTRAS_VERSION = 1;

const { url: _, ...facts } = socketFields;

/** What stands under our own key; see write-entry.ts. */
export const extras = v.object({
  version: v.literal(EXTRAS_VERSION),
  ...facts,
  orders: wholeNumbers,
  times: v.array(time),
  sizes: v.optional(v.array(v.tuple([v.number(), v.number()])), []),
  injected: v.optional(wholeNumbers),
  withheld: v.optional(wholeNumbers),
  late: v.optional(wholeNumbers),
  others: v.optional(v.array(v.unknown()), []),
});
export type Extras = v.InferOutput<typeof extras>;

import type { Json } from "./frame";
import { cut, objectOf, own } from "./own-keys";

/** So many characters of a query name an operation that has no name. */
const FIRST_WORDS = 60;

/** What an operation is called: its operationName, or the first words of its query on one line; undefined for neither. */
export function operationName(payload: Json | undefined): string | undefined {
  const object = objectOf(payload);
  if (!object) return undefined;
  const name = own(object, "operationName");
  if (typeof name === "string" && name !== "") return cut(name);
  const query = own(object, "query");
  if (typeof query !== "string") return undefined;
  const words = query
    .slice(0, 4 * FIRST_WORDS)
    .split(/\s+/)
    .filter(Boolean)
    .join(" ");
  return words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS)}\u2026` : words;
}

/** Whether the payload is a GraphQL request, told by its `query`. */
export function isOperation(payload: Json | undefined): boolean {
  const object = objectOf(payload);
  return object !== undefined && typeof own(object, "query") === "string";
}

/** Whether the payload is an execution result: it has `data` or a list of `errors`. */
export function isResult(payload: Json | undefined): boolean {
  const object = objectOf(payload);
  return object !== undefined && (Object.hasOwn(object, "data") || Array.isArray(own(object, "errors")));
}

/** Whether an execution result tells of no errors. */
export function isGood(payload: Json | undefined): boolean {
  const object = objectOf(payload);
  return !(object && Array.isArray(own(object, "errors")));
}

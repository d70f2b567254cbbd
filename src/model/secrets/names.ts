/**
 * The one list of names that say "this value is a secret". A field of a payload needs a clearer name than a
 * parameter of an address: `key` and `code` are harmless in most payloads, and rarely so in a query.
 */
const CLEAR =
  "(?:access|api|private)[-_]?key|authorization|bearer|cookie|credential|jwt|passcode|passphrase|passwd|password|" +
  "pwd|secret|session[-_]?id|sid|(?:access|auth|csrf|id|refresh|session|xsrf)?token";
const VAGUE = "access|api|auth|code|key|session|sig|signature|ticket";

const FIELD = new RegExp(`^(?:.*[-_.])?(?:${CLEAR})s?$`, "i");
const PARAMETER = new RegExp(`^(?:.*[-_.])?(?:${CLEAR}|${VAGUE})s?$`, "i");
/** accessToken, clientSecret, sessionId and the like. */
const CAMEL =
  /(?:Token|Secret|Password|Passphrase|Jwt|Cookie|Authorization|Credential|ApiKey|AccessKey|PrivateKey|SessionId)s?$/;
const CAMEL_PARAMETER = /Key$/;

/** Longer ones are no names, and would cost time. */
const LONGEST = 64;

/** Whether a payload's field of this name holds a secret. */
export function isSecretField(name: string): boolean {
  return name.length <= LONGEST && (FIELD.test(name) || CAMEL.test(name));
}

/** Whether a parameter of this name, in an address, holds a secret. */
export function isSecretParameter(name: string): boolean {
  return name.length <= LONGEST && (PARAMETER.test(name) || CAMEL.test(name) || CAMEL_PARAMETER.test(name));
}

/** A quick no: text in which this finds nothing holds no secret's name. Names may be escaped, hence `\u` and `%`. */
export const MAYBE_SECRET =
  /token|auth(?!ors?\b)|pass|pwd|secret|key|jwt|cookie|sid|credential|bearer|session|:\/\/[^/\s]{0,512}@|[?&;#](?:[\w.-]{0,60}(?:code|sig|ticket|api|access)|[^=&]{0,60}%)|\\u/i;

/** What stands in an exported file where a secret stood. */
export const MASK = "****";

/** Told of each value that is masked, by the name of its field. */
export type Report = (field: string) => void;

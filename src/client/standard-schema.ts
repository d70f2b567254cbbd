/** The part of Standard Schema, version 1, that is used here; valibot, zod and arktype have it. */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

export type Checked<Output> = { valid: true; value: Output } | { valid: false; message: string };

function issueText({ message, path = [] }: SchemaIssue): string {
  const place = path.map((part) => String(typeof part === "object" ? part.key : part)).join(".");
  return place === "" ? message : `${place}: ${message}`;
}

/** A schema that answers later is refused: messages would overtake each other while it thinks. */
export function check<Output>(schema: StandardSchema<unknown, Output>, value: unknown): Checked<Output> {
  const result = schema["~standard"].validate(value);
  if (result instanceof Promise) {
    result.catch(() => {});
    return { valid: false, message: "The schema is asynchronous, which is not supported" };
  }
  if (result.issues) return { valid: false, message: result.issues.map(issueText).join("; ") };
  return { valid: true, value: result.value };
}

/** The fields of a JSON object from the wire; none when it is something else. */
export function fieldsOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null ? { ...data } : {};
}

/** A text field with something in it, or undefined. */
export function textOf(value: unknown, maxLength: number): string | undefined {
  if (typeof value !== "string") return undefined;
  return value.trim() === "" || value.length > maxLength ? undefined : value;
}

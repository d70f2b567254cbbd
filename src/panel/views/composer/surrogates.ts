const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Where the first unpaired surrogate stands, which no wire carries; -1 where there is none. */
export function loneSurrogate(text: string): number {
  return text.search(LONE);
}

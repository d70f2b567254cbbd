import { isSecretParameter } from "./secrets/names";

/** A socket's URL in parts; `query` begins with its "?" or is empty. What is no URL is all path. */
export interface UrlParts {
  origin: string;
  path: string;
  query: string;
}

const MASK = "\u2022\u2022\u2022\u2022";

/** A query whose secret values are not shown. */
export function maskedQuery(query: string): string {
  return query.replace(/([?&;])([^=&;]*)=([^&;]*)/g, (whole, sign: string, key: string, value: string) => {
    return value !== "" && isSecretParameter(decoded(key)) ? `${sign}${key}=${MASK}` : whole;
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function urlParts(url: string): UrlParts {
  if (!URL.canParse(url)) return { origin: "", path: url, query: "" };
  const { protocol, host, pathname, search } = new URL(url);
  return { origin: `${protocol}//${host}`, path: pathname, query: search };
}

/** The URL as it may be shown: secrets of its query masked, user and password left out. */
export function maskedUrl(url: string): string {
  const { origin, path, query } = urlParts(url);
  return origin + path + maskedQuery(query);
}

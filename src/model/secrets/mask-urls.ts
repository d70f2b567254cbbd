import { isSecretParameter, MASK, type Report } from "./names";

const PARAMETER = /([?&;#])([^=&;#?\s"'<>\\]{1,64})=([^&;#\s"'<>\\]+)/g;
const USER = /\b([a-z][a-z0-9+.-]{1,15}:\/\/)[^/?#\s@"'<>\\]{1,512}@/gi;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Masks the secrets of the addresses in a text (or of the one that it is), and leaves the rest as it stands. */
export function maskUrls(text: string, report: Report): string {
  if (!text.includes("=") && !text.includes("@")) return text;
  return text
    .replace(PARAMETER, (whole, sign: string, key: string, value: string) => {
      if (value === MASK || !isSecretParameter(decoded(key))) return whole;
      report(decoded(key));
      return `${sign}${key}=${MASK}`;
    })
    .replace(USER, (_, scheme: string) => {
      report("user and password");
      return `${scheme}${MASK}@`;
    });
}

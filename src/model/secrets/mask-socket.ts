import type { Socket } from "../socket";
import { maskText } from "./mask-payload";
import { maskUrls } from "./mask-urls";
import { isSecretParameter, MASK, type Report } from "./names";

const JWT = /^eyJ[\w-]{5,}\.[\w-]+\.[\w-]*$/;
/** "base64url.bearer.authorization.k8s.io.<token>" and the like. */
const LABELLED = /^(.*\b(?:authorization|bearer|token|jwt)[-_.])[\w.~+/=-]{12,}$/i;

/** Subprotocols are where pages put tokens because WebSocket takes no headers: named in front, or by shape. */
function maskSubprotocols(asked: readonly string[], report: Report): string[] {
  return asked.map((item, index) => {
    const before = asked[index - 1] ?? "";
    const label = LABELLED.exec(item)?.[1] ?? "";
    if (item === MASK || !(JWT.test(item) || label !== "" || isSecretParameter(before))) return item;
    report("subprotocol");
    return label + MASK;
  });
}

/** A socket's facts with its secrets masked. */
export function maskSocket(socket: Socket, report: Report): Socket {
  const { url, documentUrl, asked, protocol, reason } = socket;
  const quiet = () => {};
  const maskedAsked = maskSubprotocols(asked, report);
  return {
    ...socket,
    url: maskUrls(url, report),
    documentUrl: maskUrls(documentUrl, report),
    asked: maskedAsked,
    protocol: maskedAsked[asked.indexOf(protocol)] ?? maskSubprotocols([protocol], quiet)[0] ?? "",
    reason: reason === undefined ? undefined : maskText(reason, report),
  };
}

import { counted } from "../amounts";
import { isSecretField } from "../secrets/names";
import { credentialsOf, isExposed } from "./credentials";
import { Evidence } from "./evidence";
import type { Finding } from "./finding";
import { finding, type Inspected } from "./inspected";

/** Where secrets can be read by others. */
export function credentialFindings(inspected: Inspected): Finding[] {
  return [...unencrypted(inspected), ...inUrl(inspected)];
}

function inUrl({ session }: Inspected): Finding[] {
  const evidence = new Evidence();
  const names = new Set<string>();
  for (const socket of session.sockets) {
    const { url } = credentialsOf(socket);
    if (url.length > 0) evidence.add(-1, socket.number);
    for (const name of url) names.add(name);
  }
  // "key" or "code" may be harmless; "token" never is.
  const clear = [...names].some((name) => isSecretField(name) || name === "user and password");
  const which = [...names].slice(0, 3).join(", ");
  return finding(
    "token-in-url",
    clear ? "warning" : "note",
    `What looks like a secret in the address of ${counted(evidence.sockets.size, "socket")}: ${which}`,
    "Addresses are written into the logs of servers and proxies: send the token in the first frame, or use a ticket that works once.",
    evidence,
  );
}

function unencrypted({ session, suspicions: { auth } }: Inspected): Finding[] {
  // The sockets of a session go to one place, so all of them are exposed or none.
  if (!isExposed(session.place)) return [];
  const evidence = new Evidence();
  for (const socket of session.sockets) {
    const { url, subprotocol } = credentialsOf(socket);
    if (url.length > 0 || subprotocol) evidence.add(-1, socket.number);
  }
  for (const socket of auth.sockets) evidence.sockets.add(socket);
  const sockets = counted(evidence.sockets.size, "socket");
  return finding(
    "credentials-unencrypted",
    "error",
    `Credentials without encryption on ${sockets}: anybody on the way can read them`,
    "Use wss://, and renew the credentials that went over the wire.",
    {
      rows: auth.rows,
      count: auth.count,
      oldest: auth.oldest,
      newest: auth.newest,
      sockets: evidence.sockets,
    },
  );
}

import { fitPolicy } from "../session/policy";
import { credentialFindings } from "./credential-findings";
import type { Finding } from "./finding";
import { frameFindings } from "./frame-findings";
import { heartbeatFindings } from "./heartbeat-findings";
import type { FindingInput, Inspected } from "./inspected";
import { reconnectFindings } from "./reconnect-findings";
import { roomFindings } from "./room-findings";
import { unansweredFindings } from "./unanswered";
import { zombieFindings } from "./zombie";

const FAMILIES = [
  credentialFindings,
  frameFindings,
  heartbeatFindings,
  reconnectFindings,
  roomFindings,
  unansweredFindings,
  zombieFindings,
];
const SEVERITIES: readonly Finding["severity"][] = ["error", "warning", "note"];

/**
 * What is probably wrong in a session, with its evidence: the worst first, then what most frames show, then what most
 * sockets show. Each {@link Finding.id} comes at most once. It looks at everything, so call it when the session is
 * looked at, not for each frame.
 */
export function findingsOf(input: FindingInput): Finding[] {
  const { reconnects } = input.session;
  const inspected: Inspected = { ...input, reconnects, fit: fitPolicy(reconnects) };
  return FAMILIES.flatMap((family) => family(inspected)).sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.count - a.count ||
      b.sockets.length - a.sockets.length,
  );
}

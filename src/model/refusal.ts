/**
 * What an ordinary request to a socket's address comes to. Of a failed handshake nobody is told more than "error" and 1006
 * (requirements K42; measured: to `webRequest` a 404, a refused line and a bad certificate are all net::ERR_FAILED).
 */
export interface Refusal {
  /** HTTP status of the answer. */
  readonly status?: number;
  /** The browser's name of a failure, such as "net::ERR_CONNECTION_REFUSED". */
  readonly error?: string;
}

/** What happened, and what to do about it. */
interface Explanation {
  readonly what: string;
  readonly advice: string;
}

const THERE = "check subprotocols, Origin and credentials.";
const STATUS: Record<number, readonly [name: string, advice: string]> = {
  400: ["Bad Request", `That is how many servers of sockets answer: ${THERE}`],
  401: [
    "Unauthorized",
    "It wants credentials: a token, or an Authorization header (open from the extension).",
  ],
  403: [
    "Forbidden",
    "Credentials or Origin are not allowed: from the extension an Origin header can be set.",
  ],
  404: ["Not Found", "There is no socket at this path: check it, and the server's prefix."],
  426: ["Upgrade Required", `A server of sockets is there: ${THERE}`],
  429: ["Too Many Requests", "The server limits connections: wait, or retry more slowly."],
  500: ["Internal Server Error", "The server failed while it answered: see its log."],
  502: ["Bad Gateway", "The proxy does not reach the server behind it: is it running?"],
  503: ["Service Unavailable", "The server is overloaded or restarting: retry later, with jitter."],
  504: ["Gateway Timeout", "The server behind the proxy does not answer in time."],
};

const ERRORS: readonly (readonly [error: RegExp, what: string, advice: string])[] = [
  [/CONNECTION_REFUSED/, "Nobody listens at this address", "Is the server running, and is the port right?"],
  [/NAME_NOT_RESOLVED/, "The host name is not known", "Check its spelling, and the network."],
  [
    /CERT|SSL/,
    "The certificate is not accepted",
    "Open the https:// address of the host in a tab to see why.",
  ],
  [/TIMED_OUT/, "The server does not answer", "Is a firewall in between?"],
  [/INTERNET_DISCONNECTED/, "The network is away", "Check the connection of this computer."],
  [/BLOCKED_BY_CLIENT/, "It was blocked in this browser", "Another extension may do that."],
  [/HTTP_RESPONSE|EMPTY_RESPONSE/, "What listens there does not speak HTTP", "Check the port."],
  [/CONNECTION_(RESET|CLOSED|ABORTED)/, "The line was cut", "See the server's log."],
];

/** Says it in words. */
export function explainRefusal({ status, error = "" }: Refusal): Explanation {
  if (status !== undefined) {
    const [name, advice] = STATUS[status] ?? ["", ""];
    const plain =
      status < 400 ? "It may be an ordinary page: is there a socket at this path?" : "See the server's log.";
    const answer = name === "" ? `${status}` : `${status} ${name}`;
    return { what: `Asked by an ordinary GET, the server answers ${answer}`, advice: advice || plain };
  }
  for (const [pattern, what, advice] of ERRORS) {
    if (pattern.test(error)) return { what: `${what} (${error})`, advice };
  }
  const unknown = error === "" ? "The server can't be asked" : `The server can't be asked (${error})`;
  return { what: unknown, advice: "Check the address." };
}

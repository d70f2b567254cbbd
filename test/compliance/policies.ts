import type { Check } from "./check";
import { address, echo, next, opened } from "./socket";

const violations: unknown[] = [];

/** Has to be called from the first script on, so that nothing goes by. */
export function noteViolations(): void {
  document.addEventListener("securitypolicyviolation", (event) => {
    violations.push([event.violatedDirective, event.blockedURI, event.sourceFile, event.sample]);
  });
}

async function traffic(): Promise<unknown> {
  const socket = await opened();
  const data = await echo(socket, "x");
  await echo(socket, new Blob(["x"]));
  return [data, violations, document.scripts.length];
}

/** A frame under a policy of its own; its script's nonce lets it speak. */
async function under(policy: string): Promise<unknown> {
  const frame = document.createElement("iframe");
  frame.src = `/other?policy=${encodeURIComponent(policy)}`;
  const load = next(frame, "load");
  document.body.append(frame);
  await load;
  const inner = frame.contentWindow as Window & typeof globalThis;
  const seen: unknown[] = [];
  inner.document.addEventListener("securitypolicyviolation", (event) => seen.push(event.violatedDirective));
  const socket = new inner.WebSocket(address());
  const happened = Promise.race([next(socket, "open"), next(socket, "error")]);
  const { type } = await happened;
  if (type === "open") socket.send("x");
  const after = type === "open" ? (await next<MessageEvent>(socket, "message")).data : socket.readyState;
  frame.remove();
  return [type, after, seen];
}

/** Content Security Policy and Trusted Types. */
export const policies: Check[] = [
  { title: "CSP: none of the page's policies is violated", observe: traffic },
  { title: "CSP connect-src 'none': a socket fails as it does", observe: () => under("connect-src 'none'") },
  {
    title: "CSP default-src 'none' but for sockets",
    observe: () => under("default-src 'none'; connect-src *"),
  },
  {
    title: "Trusted Types: require-trusted-types-for 'script'",
    observe: () =>
      under("require-trusted-types-for 'script'; trusted-types 'none'; connect-src *; script-src 'none'"),
  },
  {
    title: "CSP sandbox by header",
    observe: () => under("sandbox allow-scripts allow-same-origin; connect-src *"),
  },
];

import { anatomy, type Check, thrown } from "./check";
import { address, inFrame, next, opened } from "./socket";

/** What a frame's own script finds out; it tells its parent, from whatever origin. */
function report(url: string): string {
  return `<script>
    const seen = [];
    const attempt = (act) => { try { return String(act()) } catch (error) { return error.stack } };
    seen.push(String(WebSocket), String(WebSocket.prototype.send), WebSocket.prototype.constructor === WebSocket);
    seen.push(attempt(() => new WebSocket("::")), attempt(() => WebSocket()), Object.getOwnPropertyNames(window));
    const socket = new WebSocket("${url}");
    seen.push(attempt(() => socket.send("early")), location.href.slice(0, 5), self.origin);
    socket.onmessage = ({ data, origin }) => parent.postMessage([...seen, data, origin], "*");
    socket.onopen = () => socket.send("x");
    socket.onerror = () => parent.postMessage([...seen, "error"], "*");
  </script>`;
}

async function told(attributes: Partial<HTMLIFrameElement>, sandbox?: string): Promise<unknown> {
  const frame = Object.assign(document.createElement("iframe"), attributes);
  if (sandbox !== undefined) frame.setAttribute("sandbox", sandbox);
  const answer = next<MessageEvent>(window, "message");
  document.body.append(frame);
  const { data, origin } = await answer;
  frame.remove();
  return [data, origin];
}

/** HTML: realms of every kind of frame, and what goes to and fro between them. */
export const frames: Check[] = [
  { title: "HTML iframe srcdoc", observe: () => told({ srcdoc: report(address()) }) },
  {
    title: "HTML sandboxed srcdoc: an opaque origin",
    observe: () => told({ srcdoc: report(address()) }, "allow-scripts"),
  },
  {
    title: "HTML data: frame: an opaque origin",
    observe: () => told({ src: `data:text/html,${encodeURIComponent(report(address()))}` }),
  },
  {
    title: "HTML blob: frame, plain and sandboxed",
    observe: async () => {
      const src = URL.createObjectURL(new Blob([report(address())], { type: "text/html" }));
      const seen = JSON.stringify([await told({ src }), await told({ src }, "allow-scripts")]);
      return seen.replaceAll(src, "blob:address");
    },
  },
  {
    title: "HTML initial about:blank: read at once",
    observe: () =>
      inFrame(async (inner) => {
        const socket = new inner.WebSocket(address());
        const early = thrown(() => socket.send("x"));
        await next(socket, "open");
        return [
          early,
          socket instanceof inner.WebSocket,
          socket instanceof WebSocket,
          inner.WebSocket === WebSocket,
          Object.getOwnPropertyNames(inner),
          inner.WebSocket.prototype.constructor === inner.WebSocket,
          String(inner.WebSocket),
          inner.document.scripts.length,
        ];
      }),
  },
  {
    title: "HTML document.open in a frame: its sockets go on",
    observe: () =>
      inFrame(async (inner) => {
        const socket = new inner.WebSocket(address());
        inner.document.open();
        inner.document.write("<p>written");
        inner.document.close();
        await next(socket, "open");
        socket.send("x");
        const { data } = await next<MessageEvent>(socket, "message");
        return [data, new inner.WebSocket(address()).readyState, String(inner.WebSocket.prototype.send)];
      }),
  },
  {
    title: "ECMAScript realms: an inner frame's methods on the page's socket",
    observe: async () => {
      const socket = await opened();
      return inFrame(async (inner) => {
        const { send, close } = inner.WebSocket.prototype;
        send.call(socket, "from another realm");
        const { data } = await next<MessageEvent>(socket, "message");
        const refused = [
          thrown(() => close.call(socket, 1001)),
          thrown(() => send.call({} as WebSocket, "x")),
          thrown(() => (send as () => void).call(socket as never)),
        ];
        close.call(socket, 4000, "bye");
        const { code, reason } = await next<CloseEvent>(socket, "close");
        return [data, refused, code, reason];
      });
    },
  },
  {
    title: "ECMAScript GetFunctionRealm: constructed with a newTarget of another realm",
    observe: () =>
      inFrame((inner) => {
        const theirs = Reflect.construct(inner.WebSocket, [address()], WebSocket);
        const ours = Reflect.construct(WebSocket, [address()], inner.WebSocket);
        const bare = Object.assign(new inner.Function(), { prototype: null });
        const fallback = Reflect.construct(WebSocket, [address()], bare);
        return [
          theirs instanceof WebSocket,
          ours instanceof inner.WebSocket,
          fallback instanceof inner.WebSocket,
          fallback instanceof WebSocket,
          thrown(() => Reflect.construct(inner.WebSocket, ["ftp://x"], WebSocket)),
        ];
      }),
  },
  {
    title: "ECMAScript realms: errors belong to the realm of the function",
    observe: () =>
      inFrame((inner) => {
        const realmOf = (act: () => unknown) => {
          try {
            act();
          } catch (error) {
            return [error instanceof inner.DOMException, error instanceof inner.TypeError, anatomy(error)];
          }
          return "nothing";
        };
        const connecting = new WebSocket(address());
        return [
          realmOf(() => new inner.WebSocket("::")),
          realmOf(() => inner.WebSocket.prototype.send.call(connecting, "x")),
          realmOf(() => (inner.WebSocket.prototype.send as () => void).call(connecting as never)),
          realmOf(() => inner.Function.prototype.toString.call({})),
        ];
      }),
  },
  {
    title: "HTML navigate: sockets and constructors of a frame that has moved on",
    observe: () =>
      inFrame(
        async (inner) => {
          const { WebSocket: Before } = inner;
          const { send } = Before.prototype;
          const socket = new Before(address());
          await next(socket, "open");
          const frame = inner.frameElement as HTMLIFrameElement;
          const load = next(frame, "load");
          inner.location.href = "/other?moved";
          await load;
          const after = frame.contentWindow as Window & typeof globalThis;
          return [
            socket.readyState,
            thrown(() => socket.send("x")),
            thrown(() => send.call(socket, "x")),
            thrown(() => new Before(address())),
            after.WebSocket === Before,
            new after.WebSocket(address()).readyState,
          ];
        },
        { src: "/other" },
      ),
  },
  {
    title: "HTML a frame taken out: what its constructor and sockets do",
    observe: async () => {
      const kept = await inFrame(async (inner) => {
        const socket = new inner.WebSocket(address());
        await next(socket, "open");
        return { inner, socket, Kept: inner.WebSocket, send: inner.WebSocket.prototype.send };
      });
      const { socket, Kept, send } = kept;
      return [
        socket.readyState,
        thrown(() => socket.send("x")),
        thrown(() => send.call(socket, "x")),
        thrown(() => new Kept(address())),
        thrown(() => socket.close()),
        Kept.name,
      ];
    },
  },
];

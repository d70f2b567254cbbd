/** The address of a socket of the server that this page came from. */
export function address(path = "/echo"): string {
  return `ws://${new URL(document.baseURI).host}${path}`;
}

export function next<T extends Event = Event>(target: EventTarget, type: string): Promise<T> {
  return new Promise((resolve) =>
    target.addEventListener(type, (event) => resolve(event as T), { once: true }),
  );
}

export async function opened(path?: string, protocols?: string | string[]): Promise<WebSocket> {
  const socket = new WebSocket(address(path), protocols);
  await next(socket, "open");
  return socket;
}

/** Says something and waits for its echo. */
export async function echo(
  socket: WebSocket,
  data: string | ArrayBuffer | Blob | ArrayBufferView<ArrayBuffer>,
) {
  socket.send(data);
  return (await next<MessageEvent>(socket, "message")).data;
}

/** Closes and waits until it is done. */
export async function closed(socket: WebSocket, code?: number, reason?: string): Promise<CloseEvent> {
  const event = next<CloseEvent>(socket, "close");
  socket.close(code, reason);
  return event;
}

let tickets = 0;

/** A path whose socket the server keeps a diary of, and the diary, once the socket is closed. */
export function witnessed(query = ""): { path: string; diary: () => Promise<unknown> } {
  const ticket = `${Math.random()}${tickets++}`;
  return {
    path: `/echo?ticket=${ticket}${query}`,
    diary: async () => (await fetch(`/diary?ticket=${ticket}`)).json(),
  };
}

/** A frame of the page, gone again after `act`. */
export async function inFrame<T>(
  act: (inner: Window & typeof globalThis) => T | Promise<T>,
  attributes: Partial<HTMLIFrameElement> = {},
): Promise<T> {
  const frame = Object.assign(document.createElement("iframe"), attributes);
  const blank = !attributes.src && !attributes.srcdoc;
  const load = next(frame, "load");
  document.body.append(frame);
  if (!blank) await load;
  try {
    return await act(frame.contentWindow as Window & typeof globalThis);
  } finally {
    frame.remove();
  }
}

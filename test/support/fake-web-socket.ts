/** As much of a `WebSocket` as the panel uses, in the hands of the test. */
export class FakeWebSocket extends EventTarget {
  readonly sent: unknown[] = [];
  readonly closes: unknown[][] = [];
  binaryType = "blob";
  protocol = "";
  extensions = "";
  bufferedAmount = 0;

  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {
    super();
  }

  send(data: unknown): void {
    this.sent.push(data);
  }

  close(...details: unknown[]): void {
    this.closes.push(details);
  }

  serverOpens(protocol = ""): void {
    this.protocol = protocol;
    this.dispatchEvent(new Event("open"));
  }

  serverSends(data: string): void {
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }

  serverCloses(code = 1006, reason = ""): void {
    if (code === 1006) this.dispatchEvent(new Event("error"));
    this.dispatchEvent(Object.assign(new Event("close"), { code, reason, wasClean: code !== 1006 }));
  }
}

import { ReconnectingClient } from "../../../src/client/client";
import { describe as inWords } from "../../../src/client/describe";
import type { Environment } from "../../../src/client/environment";
import { plainOptions } from "../../../src/client/options";

/** The example of docs/replay-client.md. */
export function chat(environment: Environment, show: (line: string) => void): ReconnectingClient {
  const options = { ...plainOptions, backoff: "full-jitter", whenClosed: "buffer" } as const;
  const client = new ReconnectingClient("wss://chat.example/socket", environment, options);
  client.on("event", (event) => show(inWords(event)));
  client.onmessage = ({ data }) => show(`They say: ${data}`);
  client.shouldReconnect = ({ code }) => code !== 4403;
  client.send("kept until it is open");
  client.connect().catch((error: Error) => show(error.message));
  return client;
}

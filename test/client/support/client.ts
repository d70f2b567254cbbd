import { ReconnectingClient } from "../../../src/client/client";
import { describe } from "../../../src/client/describe";
import type { ClientEvent, EventName, EventOf } from "../../../src/client/events";
import { type ClientOptions, plainOptions } from "../../../src/client/options";
import { presets } from "../../../src/client/presets";
import type { ProtocolSource, UrlSource } from "../../../src/client/target";
import { World } from "./world";

export function preset(id: string): ClientOptions {
  const found = presets.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`No preset ${id}`);
  return found.options;
}

/** A client in a world of its own, with all that it told. */
export class Setup {
  readonly world = new World();
  readonly events: ClientEvent[] = [];
  readonly client: ReconnectingClient;

  constructor(
    options: Partial<ClientOptions> = {},
    { url = "wss://here/" as UrlSource, protocols = null as ProtocolSource } = {},
  ) {
    this.client = new ReconnectingClient(url, this.world, { ...plainOptions, ...options }, protocols);
    this.client.on("event", (event) => this.events.push(event));
  }

  /** Connected. */
  open(): this {
    void this.client.connect();
    this.world.socket.serverOpens();
    return this;
  }

  pass(ms: number): this {
    this.world.clock.pass(ms);
    return this;
  }

  told<Name extends EventName>(name: Name): EventOf<Name>[] {
    return this.events.filter((event) => event.type === name) as unknown[] as EventOf<Name>[];
  }

  types(): EventName[] {
    return this.events.map((event) => event.type);
  }

  states(): string[] {
    return this.told("state").map((event) => event.state);
  }

  log(): string[] {
    return this.events.map(describe);
  }

  sent(): string[][] {
    return this.world.sockets.map((socket) => socket.sent.map(String));
  }
}

/** The delays before the attempts of a client whose server is gone, in ms. */
export function delaysOf(options: Partial<ClientOptions>, count: number, random = () => 0): number[] {
  const setup = new Setup(options);
  setup.world.random = random;
  setup.open().world.socket.serverFails();
  for (let i = 1; i < count && setup.client.state === "reconnecting"; i++) {
    setup.pass(setup.told("reconnecting").at(-1)?.delay ?? 0);
    setup.world.socket.serverFails();
  }
  return setup.told("reconnecting").map((event) => event.delay);
}

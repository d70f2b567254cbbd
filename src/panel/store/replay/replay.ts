import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Capture } from "../../../model/capture";
import type { DocumentId, PageCommand, PanelCommand } from "../../../protocol";
import type { Documents } from "../documents";
import type { Scheduler } from "../scheduler";
import { PretendedConditions } from "./conditions";
import { ExtensionSockets } from "./extension-sockets";
import { PageSockets } from "./page-sockets";
import { ReplayClient } from "./replay-client";
import { Replaying } from "./replaying";
import type { ReplayWorld } from "./world";

/** How soon a page that does not tell of itself is asked to again. */
const ASK_AGAIN = 1000;

/** What replaying takes of the store. */
interface Around {
  readonly capture: Capture;
  readonly recording: ReadonlySignal<boolean>;
  documents(): Documents;
  send(command: PanelCommand): void;
  changed(): void;
}

/** All that the panel does to the page, and beside it: replays, a client of its own, pretended conditions. */
export class Replay {
  readonly conditions: PretendedConditions;
  readonly frames: Replaying;
  readonly client: ReplayClient;
  /** Rows from the first to the last that were selected together; null where it is one at most. */
  readonly range: Signal<readonly [first: number, last: number] | null> = signal(null);
  /** Hears what the page tells of the client's sockets there. */
  readonly pageSockets: PageSockets;

  #asked = false;

  constructor(
    around: Around,
    private readonly scheduler: Scheduler,
    world: ReplayWorld,
  ) {
    const { capture, recording } = around;
    const tell = (document: DocumentId, command: PageCommand) =>
      around.send({ type: "page", document, command });
    this.conditions = new PretendedConditions(scheduler, (conditions) =>
      around.send({ type: "pretend", conditions }),
    );
    this.pageSockets = new PageSockets(
      { top: () => around.documents().top(), want: () => around.send({ type: "want" }), tell, recording },
      scheduler,
      (socket) => this.client.own(socket),
    );
    const { forClient } = this.conditions;
    const extensionSockets = new ExtensionSockets(
      {
        capture,
        scheduler,
        recording,
        weather: computed(() => forClient.value.offline),
        changed: () => around.changed(),
        own: (socket) => this.client.own(socket),
      },
      world.makeSocket,
    );
    this.client = new ReplayClient({
      scheduler,
      conditions: this.conditions,
      pageUrl: () => {
        const url = around.documents().top()?.url;
        if (url === undefined) this.#ask(() => around.send({ type: "want" }));
        return url;
      },
      fromPage: (...args) => this.pageSockets.open(...args),
      fromExtension: (...args) => extensionSockets.open(...args),
      setHeaders: world.setHeaders,
      askServer: world.askServer,
      told: (told) => this.frames.tell(told),
    });
    this.frames = new Replaying(capture, {
      present: (document) => around.documents().get(document)?.departed === false,
      tell,
      throughClient: (content, like) => this.client.sendLike(content, like),
    });
  }

  /** Asks, but not over and over: where no page is, none answers. */
  #ask(ask: () => void): void {
    if (this.#asked) return;
    this.#asked = true;
    this.scheduler.after(ASK_AGAIN, () => {
      this.#asked = false;
    });
    ask();
  }
}

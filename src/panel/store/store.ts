import { batch, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Link } from "../../link/link";
import { Capture, type Sums } from "../../model/capture";
import type { Socket } from "../../model/socket";
import type { DocumentId, DocumentInfo, PageCommand, PanelCommand, PanelNotice } from "../../protocol";
import { Documents } from "./documents";
import { createFiltering } from "./filtering";
import { Rows } from "./rows";
import type { Scheduler } from "./scheduler";
import { Shelf } from "./shelf";

/**
 * Where the panel stands with the page.
 * - `connecting`: nothing heard yet
 * - `ready`: the page is watched
 * - `unreachable`: the page has no tap (a browser page, or loaded before the extension)
 * - `missing`: the tab is gone
 * - `severed`: the extension was updated, reloaded or removed under the panel
 */
export type Standing = "connecting" | "ready" | "unreachable" | "missing" | "severed";

/** Units taken from a document before it is told so at once, instead of at the next tick. */
const ACKNOWLEDGE_UNITS = 500_000;
const ACKNOWLEDGE_MS = 100;
/** How long a Clear can be undone. */
const UNDO_MS = 30_000;

/**
 * All that the panel knows, and the only place that changes it. Views read the signals; the capture and the rows
 * are plain data behind the one signal `version`, which moves at most once before a paint.
 */
export class Store {
  readonly capture = new Capture();
  readonly rows = new Rows(this.capture);
  readonly filtering = createFiltering();
  /** Moves when the capture, the rows or the sockets changed. */
  readonly version = signal(0);
  readonly selected: Signal<number | null> = signal(null);

  #documents = new Documents(this.capture);
  #shelf = new Shelf(this.capture);
  #standing = signal<Standing>("connecting");
  #recording = signal(true);
  #preserved = signal(false);
  #cleared = signal<{ frames: number } | null>(null);
  /** Documents of a page that the tab is leaving; when the last one has departed, it has left. */
  #leaving = new Set<DocumentId>();
  #paintAsked = false;
  #catchingUp = false;
  #acknowledgementAsked = false;

  constructor(
    private readonly link: Link<PanelCommand, PanelNotice>,
    private readonly scheduler: Scheduler,
  ) {
    effect(() => {
      this.rows.restart(this.filtering.matcher.value, this.#shelf.floor);
      this.#catchUp();
      this.version.value = this.version.peek() + 1;
    });
    link.receive((notice) => this.#take(notice));
  }

  get standing(): ReadonlySignal<Standing> {
    return this.#standing;
  }

  get recording(): ReadonlySignal<boolean> {
    return this.#recording;
  }

  /** Whether the list survives a navigation of the tab ("Preserve log"). */
  get preserved(): ReadonlySignal<boolean> {
    return this.#preserved;
  }

  /** How many frames the last Clear took away, as long as it can be undone. */
  get cleared(): ReadonlySignal<{ frames: number } | null> {
    return this.#cleared;
  }

  /** Sockets in sight, by number. */
  sockets(): Socket[] {
    return this.capture.sockets.filter(({ number }) => this.#shelf.shows(number));
  }

  /** Frames of a socket in sight, whatever the filter hides. */
  framesOf(socket: Socket): number {
    return this.#shelf.framesOf(socket);
  }

  /** Sums over what is in sight, whatever the filter hides. */
  sums(): Sums {
    return this.#shelf.sums();
  }

  toggleRecording(): void {
    const recording = !this.#recording.value;
    this.#recording.value = recording;
    for (const id of this.#documents.present()) {
      this.#tell(id, recording ? { type: "watch", from: "now" } : { type: "unwatch" });
    }
  }

  togglePreserved(): void {
    this.#preserved.value = !this.#preserved.value;
  }

  /** Empties the list. It can be undone for a while. */
  clear(): void {
    const { frames } = this.sums();
    this.#putAway(this.capture.end);
    const offer = { frames };
    this.#cleared.value = offer;
    this.scheduler.after(UNDO_MS, () => {
      if (this.#cleared.value === offer) this.#discardCleared();
    });
  }

  undoClear(): void {
    if (!this.#shelf.giveBack()) return;
    this.#cleared.value = null;
    this.#restart();
  }

  /** Opens the panel in a window of its own. */
  detach(): void {
    this.link.send({ type: "detach" });
  }

  #take(notice: PanelNotice): void {
    switch (notice.type) {
      case "tab":
        this.#standing.value = notice.state;
        this.#leaving.clear();
        return;
      case "severed":
        this.#standing.value = "severed";
        return;
      case "navigated":
        this.#leaving = new Set(this.#documents.present());
        if (this.#leaving.size === 0) this.#turnPage(null);
        return;
      case "document":
        this.#welcome(notice.document);
        break;
      case "batch": {
        const entry = this.#documents.get(notice.document);
        if (!entry) return;
        entry.unacknowledged += entry.intake.take(notice.batch);
        if (entry.unacknowledged >= ACKNOWLEDGE_UNITS) this.#acknowledge();
        else this.#acknowledgeSoon();
        break;
      }
      case "departed":
        this.#documents.depart(notice.document, this.scheduler.now());
        if (this.#leaving.delete(notice.document) && this.#leaving.size === 0) this.#turnPage(null);
        break;
    }
    this.#changed();
  }

  #welcome(document: DocumentInfo): void {
    this.#standing.value = "ready";
    if (document.frameId === 0 && !this.#documents.get(document.id)) this.#turnPage(document.id);
    const intake = this.#documents.arrive(document);
    if (this.#recording.value) this.#tell(document.id, { type: "watch", from: intake.next });
  }

  #tell(document: DocumentId, command: PageCommand): void {
    this.link.send({ type: "page", document, command });
  }

  #acknowledge(): void {
    for (const { id, next, units } of this.#documents.takeAcknowledgements()) {
      this.#tell(id, { type: "ack", next, units });
    }
  }

  #acknowledgeSoon(): void {
    if (this.#acknowledgementAsked) return;
    this.#acknowledgementAsked = true;
    this.scheduler.after(ACKNOWLEDGE_MS, () => {
      this.#acknowledgementAsked = false;
      this.#acknowledge();
    });
  }

  #turnPage(arrived: DocumentId | null): void {
    this.#leaving.clear();
    if (this.#preserved.value) return;
    const floor = this.#documents.turnPage(arrived);
    this.#putAway(floor);
    this.#discardCleared();
  }

  #putAway(floor: number): void {
    this.#shelf.putAway(floor);
    this.#restart();
  }

  #discardCleared(): void {
    this.#cleared.value = null;
    this.#shelf.discard();
  }

  #restart(): void {
    batch(() => {
      this.rows.restart(this.filtering.matcher.peek(), this.#shelf.floor);
      const selected = this.selected.peek();
      if (selected !== null && selected < this.#shelf.floor) this.selected.value = null;
      const chosen = this.filtering.chosen.peek();
      if (chosen && "socket" in chosen && !this.#shelf.shows(chosen.socket)) this.filtering.choose(null);
      this.version.value = this.version.peek() + 1;
    });
    this.#catchUp();
  }

  /** Goes on testing rows in slices, so that the panel stays alive meanwhile. */
  #catchUp(): void {
    if (!this.rows.behind || this.#catchingUp) return;
    this.#catchingUp = true;
    this.scheduler.soon(() => {
      this.#catchingUp = false;
      this.rows.advance();
      this.#changed();
      this.#catchUp();
    });
  }

  #changed(): void {
    if (this.#paintAsked) return;
    this.#paintAsked = true;
    this.scheduler.paint(() => {
      this.#paintAsked = false;
      this.rows.advance();
      this.#catchUp();
      this.version.value = this.version.peek() + 1;
    });
  }
}

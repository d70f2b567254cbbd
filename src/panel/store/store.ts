import { batch, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Link } from "../../link/link";
import { Capture, type Sums } from "../../model/capture";
import { takeSnapshot } from "../../model/capture-file/snapshot";
import type { DialectId } from "../../model/dialect/dialect";
import { Understanding } from "../../model/meaning/understanding";
import type { ImportedFrom, Socket } from "../../model/socket";
import type { DocumentId, DocumentInfo, PageCommand, PanelCommand, PanelNotice } from "../../protocol";
import { Acknowledgements } from "./acknowledgements";
import { Attic } from "./attic/attic";
import { NO_DISK } from "./attic/disk";
import { limitsOf } from "./attic/limits";
import type { Storage } from "./attic/storage";
import { Documents } from "./documents";
import { Exchange } from "./exchange";
import { createFiltering, isThere } from "./filtering";
import { Handshakes } from "./handshakes";
import { Imports } from "./imports";
import { Progress } from "./progress";
import { Replay } from "./replay/replay";
import { NO_WORLD } from "./replay/world";
import { RowsInSight } from "./rows-in-sight";
import { onceAPaint, type Scheduler } from "./scheduler";
import { Shelf } from "./shelf";
import type { Standing } from "./standing";

/** How long a Clear can be undone. */
const UNDO_MS = 30_000;

/**
 * All that the panel knows, and the only place that changes it. Views read the signals; the capture and the rows
 * are plain data behind the one signal `version`, which moves at most once before a paint.
 */
export class Store {
  readonly capture = new Capture();
  /** What the frames mean. */
  readonly understanding = new Understanding(this.capture);
  readonly filtering = createFiltering(this.understanding.meanings, this.understanding.sessions);
  readonly #imports = new Imports(this.capture);
  readonly rows = new RowsInSight(this.capture, this.#imports, () => this.understanding.next);
  /** Moves when the capture, the rows or the sockets changed. */
  readonly version = signal(0);
  readonly selected: Signal<number | null> = signal(null);

  /** Files in and out. */
  readonly exchange: Exchange;
  /** The payloads of old rows. */
  readonly attic: Attic;
  /** What the panel does to the page, and beside it. */
  readonly replay: Replay;

  #documents: Documents;
  #handshakes: Handshakes;
  #shelf = new Shelf(this.capture);
  #standing = signal<Standing>("connecting");
  readonly standing: ReadonlySignal<Standing> = this.#standing;
  #recording = signal(true);
  readonly recording: ReadonlySignal<boolean> = this.#recording;
  #preserved = signal(false);
  /** Whether the list survives a navigation of the tab ("Preserve log"). */
  readonly preserved: ReadonlySignal<boolean> = this.#preserved;
  #cleared = signal<{ frames: number } | null>(null);
  /** How many frames the last Clear took away, as long as it can be undone. */
  readonly cleared: ReadonlySignal<{ frames: number } | null> = this.#cleared;
  /** Time origin of the tab's top document, as far as it is known: another one is another page. */
  #page: number | null = null;
  #changed: () => void;
  #progress: Progress;
  #acknowledgements: Acknowledgements;

  constructor(
    private readonly link: Link<PanelCommand, PanelNotice>,
    private readonly scheduler: Scheduler,
    { disk, limits }: Storage = { disk: NO_DISK, limits: limitsOf() },
    world = NO_WORLD,
  ) {
    const { capture, recording } = this;
    const paint = onceAPaint(scheduler, () => {
      this.#progress.beforePaint();
      this.version.value = this.version.peek() + 1;
    });
    const changed = () => {
      this.attic.relieve();
      paint();
    };
    this.#changed = changed;
    this.replay = new Replay(
      {
        capture,
        recording,
        changed,
        documents: () => this.#documents,
        send: (command) => link.send(command),
      },
      scheduler,
      world,
    );
    this.#documents = new Documents(capture, this.replay.pageSockets);
    this.attic = new Attic(capture, disk, limits, paint);
    this.#progress = new Progress(this, scheduler, paint);
    this.#acknowledgements = new Acknowledgements(this.#documents, scheduler, (...to) => this.#tell(...to));
    this.exchange = new Exchange(
      {
        lease: () => this.attic.lease(),
        snapshot: () => takeSnapshot(capture, this.sockets(), this.#shelf.floor),
        add: (file, imported) => {
          this.#imports.add(file, imported);
          changed();
        },
      },
      scheduler,
    );
    this.#handshakes = new Handshakes(capture, scheduler, changed);
    effect(() => {
      this.rows.restart(this.filtering.matcher.value, this.#shelf.floor);
      this.#progress.go();
      this.version.value = this.version.peek() + 1;
    });
    link.receive((notice) => this.#take(notice));
  }

  /** Sockets in sight, by number. */
  sockets(): Socket[] {
    return this.capture.sockets.filter(({ number, imported }) =>
      imported ? this.#imports.shows(imported) : this.#shelf.shows(number) && this.#handshakes.shows(number),
    );
  }

  /** Files that were imported and are in sight. */
  files(): readonly ImportedFrom[] {
    return this.#imports.files;
  }

  /** Frames of a socket in sight, whatever the filter hides. */
  framesOf(socket: Socket): number {
    return this.#shelf.framesOf(socket);
  }

  /** Sums over what is in sight, whatever the filter hides. */
  sums(): Sums {
    return this.#imports.withoutRemoved(this.#shelf.sums(), this.#shelf.floor);
  }

  /** Reads a socket's frames by this dialect; null: by what they look like. */
  readAs(socket: Socket, dialect: DialectId | null): void {
    this.understanding.choose(socket, dialect);
    this.#changed();
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
    if (this.#shelf.floor === this.capture.end && this.files().length === 0) return;
    const offer = { frames: this.sums().frames };
    this.#imports.putAway();
    this.#putAway(this.capture.end);
    this.#cleared.value = offer;
    this.scheduler.after(UNDO_MS, () => {
      if (this.#cleared.value === offer) this.#discardCleared();
    });
  }

  undoClear(): void {
    if (!this.#shelf.giveBack()) return;
    this.#imports.giveBack();
    this.#cleared.value = null;
    this.#restart();
  }

  /** Takes away what a file brought in. */
  removeImport(id: number): void {
    this.#imports.remove(id);
    this.#restart();
  }

  /** Opens the panel in a window of its own. */
  detach(): void {
    this.link.send({ type: "detach" });
  }

  #take(notice: PanelNotice): void {
    switch (notice.type) {
      case "tab":
        this.#takeTab(notice);
        return;
      case "severed":
        this.#standing.value = "severed";
        return;
      case "reopened":
        this.#documents.doubt();
        this.replay.conditions.repeat();
        return;
      case "conditions":
        this.replay.conditions.heard(notice.conditions);
        return;
      case "handshake":
        if (this.#recording.value) this.#handshakes.add(notice);
        return;
      case "document":
        this.#welcome(notice.document);
        break;
      case "batch": {
        const entry = this.#documents.get(notice.document);
        if (!entry) return;
        entry.unacknowledged += entry.intake.take(notice.batch);
        this.#handshakes.look();
        this.#acknowledgements.taken(entry.unacknowledged);
        break;
      }
      case "departed":
        this.#documents.depart(notice.document, this.scheduler.now(), notice.abrupt);
    }
    this.#changed();
  }

  #welcome(document: DocumentInfo): void {
    this.#standing.value = "ready";
    if (document.frameId === 0 && document.worker === undefined) this.#seePage(document.timeOrigin);
    const intake = this.#documents.arrive(document);
    if (this.#recording.value) this.#tell(document.id, { type: "watch", from: intake.next });
    this.replay.pageSockets.arrived();
  }

  #tell(document: DocumentId, command: PageCommand): void {
    this.link.send({ type: "page", document, command });
  }

  #takeTab(notice: Extract<PanelNotice, { type: "tab" }>): void {
    const now = this.scheduler.now();
    if (notice.state === "ready") this.#documents.settle(now);
    // Said of the page that was there when it was asked for: meanwhile a document has arrived.
    else if (notice.state === "unreachable" && this.#documents.present().length > 0) return;
    this.#standing.value = notice.state;
    if (notice.state === "ready") this.#seePage(notice.page);
    if (notice.state === "unreachable") this.#seePage(null);
    this.#changed();
  }

  #seePage(page: number | null): void {
    const before = this.#page;
    this.#page = page;
    if (before === null || page === before || this.#preserved.value) return;
    const floor = this.#documents.turnPage(page, before, this.scheduler.now());
    const moved = this.#imports.carryOver(floor);
    this.attic.follow(moved, floor);
    this.understanding.follow(moved, floor);
    batch(() => {
      const selected = this.selected.peek();
      if (selected !== null) this.selected.value = moved(selected);
      this.#putAway(floor);
    });
    this.#discardCleared();
  }

  #putAway(floor: number): void {
    this.#shelf.putAway(floor);
    this.#trim();
    this.#restart();
  }

  /** The capture may have dropped rows. */
  #trim(): void {
    this.attic.trim();
    this.understanding.trim();
  }

  #discardCleared(): void {
    this.#cleared.value = null;
    this.#shelf.discard();
    this.#imports.discard(this.#shelf.floor);
    this.#trim();
    const shown = new Set(this.sockets().map(({ number }) => number));
    this.understanding.forget((socket) => !shown.has(socket));
  }

  #restart(): void {
    batch(() => {
      this.rows.restart(this.filtering.matcher.peek(), this.#shelf.floor);
      const selected = this.selected.peek();
      if (selected !== null && (selected < this.#shelf.floor || this.rows.isRemoved(selected))) {
        this.selected.value = null;
      }
      const [sockets, files, { sessions }] = [this.sockets(), this.files(), this.understanding];
      this.filtering.forget((choice) => isThere(choice, sockets, files, sessions));
      this.version.value = this.version.peek() + 1;
    });
    this.#progress.go();
  }
}

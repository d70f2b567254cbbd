import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Conditions, Hidden, Offline, OfflineKind } from "../../../conditions";
import type { Scheduler } from "../scheduler";
import { booked, type Outage } from "./outages";
import { alike, Unanswered } from "./unanswered";

/** Kinds of which a page's browser would know, and would tell it. */
const TOLD: ReadonlySet<OfflineKind> = new Set<OfflineKind>(["dropped", "half-open", "stalled"]);

/** What page and replay client are made to believe, and for how long they were. */
export class PretendedConditions {
  /** How, when it is switched on. */
  readonly offlineHow: Signal<Offline> = signal({ kind: "dropped", told: true, code: 1012, reason: "" });
  readonly hiddenHow: Signal<Hidden> = signal({ frozen: false, cached: false });
  /** Whom the switches act on. */
  readonly onPage = signal(true);
  readonly onClient = signal(true);
  #offline = signal(false);
  #hidden = signal(false);
  #foreign = signal(false);
  #outages = signal<readonly Outage[]>([]);
  /** What the tab is made to believe, as far as the worker has said. */
  #inForce = signal<Conditions | null>(null);
  #unanswered: Unanswered;
  /** The user has said whether the page is told, so the kind no longer does. */
  #toldByHand = false;

  constructor(
    private readonly scheduler: Pick<Scheduler, "now">,
    private readonly send: (conditions: Conditions | null) => void,
  ) {
    this.#unanswered = new Unanswered(() => scheduler.now());
  }

  /** The switches. */
  get offline(): ReadonlySignal<boolean> {
    return this.#offline;
  }

  get hidden(): ReadonlySignal<boolean> {
    return this.#hidden;
  }

  /** Whether the switches are as they are because another panel of this tab has set them. */
  get foreign(): ReadonlySignal<boolean> {
    return this.#foreign;
  }

  /** What the tab is made to believe, by this panel or another one; null: nothing. */
  get inForce(): ReadonlySignal<Conditions | null> {
    return this.#inForce;
  }

  /** Newest last. */
  get outages(): ReadonlySignal<readonly Outage[]> {
    return this.#outages;
  }

  /** What outages are timed by. Ms since 1970. */
  now(): number {
    return this.scheduler.now();
  }

  /** What the replay client is made to believe. */
  readonly forClient: ReadonlySignal<Conditions> = computed(() => ({
    offline: this.#offline.value && this.onClient.value ? this.offlineHow.value : null,
    hidden: this.#hidden.value && this.onClient.value ? this.hiddenHow.value : null,
  }));

  toggleOffline(): void {
    this.#change(() => {
      this.#offline.value = !this.#offline.value;
    });
  }

  toggleHidden(): void {
    this.#change(() => {
      this.#hidden.value = !this.#hidden.value;
    });
  }

  /** Ends all of it. */
  end(): void {
    this.#change(() => {
      this.#offline.value = false;
      this.#hidden.value = false;
    });
    // Of what is in force against this panel's knowledge too.
    if (this.#inForce.peek() && !this.#unanswered.any) this.#tell(null);
  }

  /** Changes how it is done, or whom it acts on; at once, where it is on. */
  adjust(
    change: Partial<{ offlineHow: Offline; hiddenHow: Hidden; onPage: boolean; onClient: boolean }>,
  ): void {
    this.#change(() => {
      if (change.offlineHow) this.offlineHow.value = change.offlineHow;
      if (change.hiddenHow) this.hiddenHow.value = change.hiddenHow;
      if (change.onPage !== undefined) this.onPage.value = change.onPage;
      if (change.onClient !== undefined) this.onClient.value = change.onClient;
    });
  }

  /** Another kind of offline; the page is told where its browser would tell it, unless the user has decided that. */
  chooseKind(kind: OfflineKind): void {
    const how = this.offlineHow.peek();
    this.adjust({ offlineHow: { ...how, kind, told: this.#toldByHand ? how.told : TOLD.has(kind) } });
  }

  /** Whether the page is told that it is offline. */
  chooseTold(told: boolean): void {
    this.#toldByHand = true;
    this.adjust({ offlineHow: { ...this.offlineHow.peek(), told } });
  }

  /** The way to the worker was cut and is there again: it may have forgotten, or never heard. */
  repeat(): void {
    // What another panel wants is that one's to repeat; where it is still in force, the worker says so now.
    if (this.#foreign.peek()) {
      this.#unanswered.forget();
      this.heard(null);
      return;
    }
    const wanted = this.#forPage();
    const unheard = this.#unanswered.any;
    this.#unanswered.forget();
    if (wanted || unheard) this.#tell(wanted);
  }

  /** The worker has said what the tab is made to believe now; another panel may have asked for it. */
  heard(conditions: Conditions | null): void {
    batch(() => {
      this.#inForce.value = conditions;
      if (!this.#unanswered.answered(conditions) || alike(conditions, this.#forPage())) return;
      this.#offline.value = conditions?.offline != null;
      this.#hidden.value = conditions?.hidden != null;
      if (conditions?.offline) this.offlineHow.value = conditions.offline;
      if (conditions?.hidden) this.hiddenHow.value = conditions.hidden;
      if (conditions) this.onPage.value = true;
      this.#foreign.value = conditions !== null;
      this.#keepBook();
    });
  }

  #change(change: () => void): void {
    const before = this.#forPage();
    batch(() => {
      change();
      const wanted = this.#forPage();
      if (!alike(before, wanted)) {
        this.#foreign.value = false;
        this.#tell(wanted);
      }
      this.#keepBook();
    });
  }

  #tell(conditions: Conditions | null): void {
    this.#unanswered.ask(conditions);
    this.send(conditions);
  }

  #forPage(): Conditions | null {
    const offline = this.#offline.peek() ? this.offlineHow.peek() : null;
    const hidden = this.#hidden.peek() ? this.hiddenHow.peek() : null;
    return this.onPage.peek() && (offline || hidden) ? { offline, hidden } : null;
  }

  #keepBook(): void {
    const onPage = this.onPage.peek();
    const onClient = this.onClient.peek();
    const acting = onPage || onClient;
    const offline = acting && this.#offline.peek() ? this.offlineHow.peek() : null;
    const hidden = acting && this.#hidden.peek();
    this.#outages.value = booked(this.#outages.peek(), this.now(), { offline, hidden, onPage, onClient });
  }
}

import { type ReadonlySignal, signal } from "@preact/signals";

/** Which outages the user has looked at, or wants to. */
export interface ReportState {
  readonly open: ReadonlySignal<boolean>;
  /** When the outage began whose end needs no more telling. */
  readonly dismissed: ReadonlySignal<number | null>;
  show(): void;
  close(): void;
  dismiss(began: number): void;
}

export function createReportState(): ReportState {
  const open = signal(false);
  const dismissed = signal<number | null>(null);
  return {
    open,
    dismissed,
    show() {
      open.value = true;
    },
    close() {
      open.value = false;
    },
    dismiss(began) {
      dismissed.value = began;
    },
  };
}

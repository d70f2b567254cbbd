import { fireEvent, screen, within } from "@testing-library/preact";
import { renderPanel } from "../../../support/render-panel";

export function grid(): HTMLElement {
  return screen.getByRole("grid", { name: "Frames" });
}

/** The rows of frames, from the top. */
export function rows(): HTMLElement[] {
  return within(grid())
    .getAllByRole("row")
    .filter((row) => row.hasAttribute("aria-rowindex"));
}

export function row(index: number): HTMLElement {
  return rows()[index] as HTMLElement;
}

/** What the row of the frame with this content shows of it. */
export function content(text: string): HTMLElement {
  const found = rows().find((each) => each.querySelector(".payload")?.textContent === text);
  return found?.querySelector(".payload") as HTMLElement;
}

/** Texts of the rows that are selected. */
export function selectedTexts(): (string | null | undefined)[] {
  return rows()
    .filter((each) => each.getAttribute("aria-selected") === "true")
    .map((each) => each.querySelector(".payload")?.textContent);
}

export function press(key: string, more: object = {}): void {
  fireEvent.keyDown(grid(), { key, ...more });
}

/** A page that has sent "hello" and received "welcome" on #1. */
export function greeted() {
  const panel = renderPanel();
  panel.side.page.sent(1, "hello");
  panel.side.page.received(1, "welcome");
  panel.show();
  /** What the page was told to do, other than to be watched. */
  const done = () =>
    panel.side.link.sent.flatMap((sent) =>
      sent.type === "page" && ["send", "receive"].includes(sent.command.type) ? [sent] : [],
    );
  return { ...panel, done };
}

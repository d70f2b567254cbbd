// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { draftOf } from "../../../../src/panel/parts/editor/bytes-draft";
import { BytesEditor } from "../../../../src/panel/parts/editor/bytes-editor";

afterEach(cleanup);

function box(): HTMLTextAreaElement {
  return screen.getByRole("textbox", { name: "Message" });
}

test("bytes are typed as hex, counted, and what is wrong is told and gone to", () => {
  const value = signal(draftOf(Uint8Array.of(1, 2), "hex"));
  render(<BytesEditor label="Message" value={value} />);
  expect(box().value).toBe("01 02");
  expect(screen.getByText("2 bytes")).toBeDefined();
  fireEvent.input(box(), { target: { value: "01 0x" } });
  expect(value.value.bytes).toBeNull();
  expect(box().getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByRole("status", { name: "Problem in Message" }).textContent).toContain(
    "0x without digits",
  );
  fireEvent.click(screen.getByRole("button", { name: "Character 4" }));
  expect([document.activeElement, box().selectionStart]).toEqual([box(), 3]);
  fireEvent.input(box(), { target: { value: "01" } });
  expect(value.value.bytes).toEqual(Uint8Array.of(1));
  expect(screen.getByText("1 byte")).toBeDefined();
});

test("too many bytes are shown, not edited", () => {
  const bytes = new Uint8Array(300_000);
  render(<BytesEditor label="Message" value={signal(draftOf(bytes, "base64"))} />);
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.getByText(/300 kB: too many bytes to edit here/)).toBeDefined();
});

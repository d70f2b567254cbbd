// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";
import { openComposer as open } from "./open-composer";

const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });
const send = () => fireEvent.click(button("Send"));
const radio = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name });
const box = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Message" });
const said = () => screen.getByRole("status", { name: "Before sending" }).textContent;
const composer = () => screen.getByRole("region", { name: "Composer" });
const checkTemplates = () => fireEvent.click(screen.getByRole("checkbox", { name: "Templates" }));

afterEach(cleanup);

test("Ctrl+Enter sends once, however long it is held", () => {
  const { sent } = open("17");
  fireEvent.keyDown(composer(), { key: "Enter", ctrlKey: true });
  fireEvent.keyDown(composer(), { key: "Enter", ctrlKey: true, repeat: true });
  expect(sent).toEqual([["17", "page"]]);
});

describe("what nobody edited", () => {
  test.each(["", '{ "a":1 }', "a\r\nb\0", "{{n}}", "a\ud800"])("%j goes out as it came", (content) => {
    const { sent } = open(content);
    send();
    expect(sent).toEqual([[content, "page"]]);
  });

  test("bytes are the very same, in Base64 too", () => {
    const bytes = Uint8Array.of(255, 0, 7);
    const { sent } = open(bytes);
    expect(box().value).toBe("ff 00 07");
    fireEvent.click(radio("Base64"));
    expect(box().value).toBe("/wAH");
    send();
    expect(sent[0]?.[0]).toBe(bytes);
  });
});

test.each([
  ['{"a":1}', "JSON"],
  [" [1]", "JSON"],
  ["17", "Text"],
  ["{a}", "Text"],
  [Uint8Array.of(1), "Hex"],
])("%j starts as %s", (content, format) => {
  open(content);
  expect(radio(format).checked).toBe(true);
});

describe("another format", () => {
  test("writes the same bytes, there and back", () => {
    const { sent, text } = open('["h\u00e9"]');
    fireEvent.click(radio("Hex"));
    expect(box().value).toBe("5b 22 68 c3 a9 22 5d");
    expect(screen.getByText("Binary, 7 B")).toBeDefined();
    send();
    expect(sent[0]?.[0]).toEqual(new TextEncoder().encode('["h\u00e9"]'));
    fireEvent.click(radio("Text"));
    expect(text()).toBe('["h\u00e9"]');
  });

  test("is refused where something would be lost, until that is mended", () => {
    open(Uint8Array.of(0xff));
    fireEvent.click(radio("Text"));
    expect(said()).toBe("Stays Hex: the bytes are no UTF-8 text");
    expect([radio("Hex").checked, radio("Text").checked]).toEqual([true, false]);
    fireEvent.input(box(), { target: { value: "41" } });
    expect(said()).toBe("");
    fireEvent.click(radio("Text"));
    expect(radio("Text").checked).toBe(true);
  });

  test("of half a byte or half a character is refused", () => {
    open("a\ud800");
    fireEvent.click(radio("Base64"));
    expect(said()).toContain("Stays Text: the text has an unpaired surrogate");
    cleanup();
    open(Uint8Array.of(1));
    fireEvent.input(box(), { target: { value: "4" } });
    fireEvent.click(radio("Base64"));
    expect(said()).toContain("Stays Hex: what is typed stands for no bytes");
  });
});

describe("Send", () => {
  test("by Ctrl+Enter, once", () => {
    const { sent } = open("x");
    fireEvent.keyDown(composer(), { key: "Enter", ctrlKey: true });
    expect(sent).toHaveLength(1);
  });

  test("is held back by an impossible way, with the reason", () => {
    const { sent, chosenWay } = open("x", { chosenWay: signal("client") });
    expect(button("Send").disabled).toBe(true);
    expect(button("Send").title).toBe("Not connected");
    expect(said()).toBe("Not connected");
    fireEvent.keyDown(composer(), { key: "Enter", ctrlKey: true });
    expect(sent).toEqual([]);
    const option = screen.getByRole<HTMLOptionElement>("option", { name: "Replay client (not connected)" });
    expect(option.disabled).toBe(true);
    fireEvent.change(screen.getByRole("combobox", { name: "Send to" }), { target: { value: "page" } });
    expect(chosenWay.value).toBe("page");
    send();
    expect(sent).toEqual([["x", "page"]]);
  });

  test("is held back where no way is chosen", () => {
    open("x", { chosenWay: signal("gone") });
    expect(said()).toBe("Choose where to send it");
  });

  test("is held back by wrong hex", () => {
    open(Uint8Array.of(1));
    fireEvent.input(box(), { target: { value: "0" } });
    expect(button("Send").disabled).toBe(true);
    expect(said()).toBe("What is typed is no hex");
  });

  test("sends what is no JSON, and says so first", () => {
    const { sent, type } = open("[1]");
    expect(said()).toBe("");
    type("[1");
    expect(said()).toBe("Not valid JSON; it goes out as it is");
    send();
    expect(sent).toEqual([["[1", "page"]]);
  });

  test("warns of what the wire cannot carry", () => {
    open("\udc00");
    expect(said()).toContain("the wire carries U+FFFD");
    expect(screen.getByText("Text, 3 B")).toBeDefined();
  });

  test("what became of it is told", () => {
    const { again } = open("x");
    again({ told: { text: "The socket is closed", failed: true } });
    expect(screen.getByRole("status", { name: "Sending" }).textContent).toBe("The socket is closed");
  });
});

describe("Templates", () => {
  test("off, nothing is filled, and it says so", () => {
    const { sent } = open("{{n}}");
    expect(said()).toContain("Templates is off");
    send();
    expect(sent[0]?.[0]).toBe("{{n}}");
  });

  test("on, they are shown and filled", () => {
    const { sent, type } = open('{"n":{{n}}}');
    fireEvent.click(radio("JSON"));
    expect(said()).toContain("Not valid JSON");
    checkTemplates();
    expect(screen.getByRole("region", { name: "Preview" }).textContent).toBe('Sends {"n":7}');
    expect(screen.getByText("Text, 7 B")).toBeDefined();
    expect(said()).toBe("");
    send();
    type("{{n}}{{n}}");
    send();
    expect(sent.map(([content]) => content)).toEqual(['{"n":7}', "77"]);
  });

  test("what cannot be filled holds Send back", () => {
    const { sent } = open("{{n}} {{x}}");
    checkTemplates();
    expect(screen.getByRole("region", { name: "Preview" }).textContent).toBe("{{x}} is unknown");
    expect(said()).toBe("1 template hole cannot be filled");
    fireEvent.keyDown(composer(), { key: "Enter", metaKey: true });
    expect(sent).toEqual([]);
  });

  test("are explained", () => {
    open("");
    fireEvent.click(button("What templates hold"));
    expect(screen.getByText('{{last "room:joined" "payload.id"}}')).toBeDefined();
  });

  test("are not for bytes", () => {
    const { sent } = open("{{n}}");
    checkTemplates();
    fireEvent.click(radio("Hex"));
    expect(screen.queryByRole("region", { name: "Preview" })).toBeNull();
    send();
    expect(sent[0]?.[0]).toEqual(new TextEncoder().encode("{{n}}"));
  });
});

test("times are brought up to now, and counted", () => {
  const { text } = open("17");
  fireEvent.click(button("Refresh timestamp"));
  expect([text(), said()]).toEqual(["18", "1 timestamp set to now"]);
  fireEvent.click(button("Refresh timestamp"));
  expect(said()).toBe("No timestamp found");
  fireEvent.click(radio("Hex"));
  expect(button("Refresh timestamp").disabled).toBe(true);
});

describe("Show changes", () => {
  const captured = { content: "one", label: "frame of 12:01" };

  test("is there only with something captured", () => {
    open("one");
    expect(screen.queryByRole("button", { name: "Show changes" })).toBeNull();
  });

  test("says what is compared, and when nothing changed", () => {
    open("one", { draft: { content: "one", captured } });
    const toggle = button("Show changes");
    expect([toggle.getAttribute("aria-pressed"), toggle.title]).toEqual([
      "false",
      "Compare with frame of 12:01",
    ]);
    fireEvent.click(toggle);
    expect(toggle.getAttribute("aria-pressed")).toBe("true");
    expect(said()).toBe("Same as frame of 12:01");
    fireEvent.click(radio("Hex"));
    expect([toggle.disabled, toggle.title]).toEqual([true, "Changes are shown in text only"]);
  });
});

describe("a file", () => {
  const choose = async (...bytes: number[]) => {
    const file = new File([Uint8Array.from(bytes)], "a.bin");
    fireEvent.change(screen.getByLabelText("Message file"), { target: { files: [file] } });
    await screen.findByText(/Loaded a.bin/);
  };

  test("of text becomes the text", async () => {
    const { text } = open("");
    await choose(0xc3, 0xa9, 0x0d, 0x0a);
    expect(text()).toBe("\u00e9\r\n");
  });

  test("of bytes turns to hex, and says so", async () => {
    open("");
    await choose(0xff, 0x00);
    expect(radio("Hex").checked).toBe(true);
    expect(box().value).toBe("ff 00");
    expect(said()).toContain("no UTF-8 text, as bytes");
  });

  test("is dropped anywhere on it, and is then nobody else's", async () => {
    const { text } = open("");
    const dataTransfer = { types: ["Files"], files: [new File(["hi"], "hi.txt")] };
    const drag = (name: string) => {
      const event = Object.assign(new Event(name, { bubbles: true, cancelable: true }), { dataTransfer });
      act(() => {
        composer().dispatchEvent(event);
      });
      return event;
    };
    drag("dragover");
    expect(screen.getByText("Drop a file to load it as the message")).toBeDefined();
    expect(drag("drop").defaultPrevented).toBe(true);
    await screen.findByText("Loaded hi.txt");
    expect(text()).toBe("hi");
    expect(screen.queryByText("Drop a file to load it as the message")).toBeNull();
  });
});

test("a new draft starts anew", () => {
  const { again, text, type } = open("one");
  type("changed");
  again({ draft: { content: "one", captured: null } });
  expect(text()).toBe("one");
  again({ draft: { content: Uint8Array.of(1), captured: null } });
  expect(box().value).toBe("01");
});

test("Escape and the cross close it", () => {
  const onClose = vi.fn();
  open("", { onClose });
  fireEvent.keyDown(composer(), { key: "Escape" });
  fireEvent.click(button("Close composer"));
  expect(onClose).toHaveBeenCalledTimes(2);
});

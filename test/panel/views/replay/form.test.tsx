// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { useFakeLayout } from "../../../support/render-panel";
import { button, choice, number, press, ReplaySide, radio, textbox, type } from "./replay-side";

useFakeLayout();

const checkbox = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name });

test("a preset sets every option; as measured it differs", () => {
  const it = new ReplaySide();
  expect(number("First delay").value).toBe("500");
  fireEvent.change(choice("Preset"), { target: { value: "recker" } });
  expect(number("First delay").value).toBe("1000");
  expect(number("Attempts").value).toBe("5");
  expect(checkbox("Reconnect").checked).toBe(false);
  expect(checkbox("Longest delay: unlimited").checked).toBe(true);
  fireEvent.click(checkbox("As measured"));
  expect(number("Longest delay").value).toBe("30000");
  expect(choice("Backoff").value).toBe("proportional-jitter");
  expect(it.client.options.value.attempts).toBe(1);
});

test("a changed option is marked, and can be reset, alone or with all", () => {
  const it = new ReplaySide();
  type(number("First delay"), "700");
  fireEvent.change(choice("Backoff"), { target: { value: "none" } });
  expect(it.client.options.value).toMatchObject({ delay: 700, backoff: "none" });
  expect(screen.getByText("2 changed")).toBeDefined();
  press("Reset First delay");
  expect(number("First delay").value).toBe("500");
  expect(screen.queryByRole("button", { name: "Reset First delay" })).toBeNull();
  press("Reset all options");
  expect(it.client.options.value).toEqual(it.client.defaults.value);
  expect(screen.queryByRole("button", { name: "Reset all options" })).toBeNull();
});

test("what is done with the server's pings can be read from the folded group, and set", () => {
  const it = new ReplaySide();
  const heartbeat = () =>
    screen.getByText("Heartbeat", { selector: ".replay-section *" }).closest("details") as HTMLDetailsElement;
  fireEvent.change(choice("Preset"), { target: { value: "socket.io" } });
  expect(heartbeat().textContent).toContain("answers pings; silent for at most 45 s");
  fireEvent.change(choice("Preset"), { target: { value: "partysocket" } });
  expect(heartbeat().textContent).toContain("off");
  it.happen(() => {
    heartbeat().open = true;
    heartbeat().dispatchEvent(new Event("toggle"));
  });
  fireEvent.change(choice("Server's pings"), { target: { value: "json-ping" } });
  type(number("Longest silence"), "9000");
  expect(it.client.options.value.heartbeat).toMatchObject({ answers: "json-ping", silence: 9000 });
  const idle = [...heartbeat().querySelectorAll(".option-idle")].map(({ textContent }) => textContent);
  expect(idle).toEqual(["no pings", "no pings", "for a custom ping", "for a custom ping"]);
});

test("what is no number is told and not taken over", () => {
  const it = new ReplaySide();
  type(number("First delay"), "-1");
  expect(screen.getByText("0 or more")).toBeDefined();
  type(number("First delay"), "");
  expect(screen.getByText("Enter a number")).toBeDefined();
  expect(it.client.options.value.delay).toBe(500);
});

test("unlimited is a checkbox, and gives the number back", () => {
  const it = new ReplaySide();
  expect(checkbox("Attempts: unlimited").checked).toBe(true);
  fireEvent.click(checkbox("Attempts: unlimited"));
  type(number("Attempts"), "4");
  expect(it.client.options.value.attempts).toBe(4);
  fireEvent.click(checkbox("Attempts: unlimited"));
  expect(it.client.options.value.attempts).toBe(Number.POSITIVE_INFINITY);
  fireEvent.click(checkbox("Attempts: unlimited"));
  expect(it.client.options.value.attempts).toBe(4);
});

test("lists of numbers are read, and what is none is told", () => {
  const it = new ReplaySide();
  type(textbox("Fatal codes"), "4001, 4002");
  expect(it.client.options.value.fatalCodes).toEqual([4001, 4002]);
  type(textbox("Fatal codes"), "4001, x");
  expect(screen.getByText("Whole numbers, with commas between them")).toBeDefined();
});

test("every option has a help", () => {
  const it = new ReplaySide();
  it.happen(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>(".replay-section")) {
      details.open = true;
      details.dispatchEvent(new Event("toggle"));
    }
  });
  const options = [...document.querySelectorAll<HTMLElement>(".option")];
  expect(options.length).toBe(14 + 8 + 5 + 2 + 2);
  for (const option of options) expect(option.title, option.textContent ?? "").not.toBe("");
});

test("while connected the fields say when they apply", () => {
  const it = new ReplaySide().connected();
  expect(screen.getByText("Changes apply at the next Connect.")).toBeDefined();
  type(number("First delay"), "9000");
  it.happen(() => it.socket.serverCloses());
  it.pass(500);
  expect(it.sockets).toHaveLength(2);
});

test("headers are set before the handshake and taken away when it is over; secrets are masked", async () => {
  const it = new ReplaySide();
  expect(screen.queryByRole("group", { name: "Headers" })).toBeNull();
  fireEvent.click(radio("Extension"));
  press("Add header");
  type(textbox("Value of Origin"), "https://app.test");
  press("Add header");
  expect(textbox("Value of Authorization").className).toContain("masked");
  press("Show value of Authorization");
  expect(textbox("Value of Authorization").className).not.toContain("masked");
  type(textbox("Value of Authorization"), "Bearer x");
  press("Connect");
  expect(it.sockets).toHaveLength(0);
  await Promise.resolve().then(() => {});
  await Promise.resolve();
  it.settle();
  const set = [
    { name: "Origin", value: "https://app.test" },
    { name: "Authorization", value: "Bearer x" },
  ];
  expect(it.headers).toEqual([["wss://app.test/ws?token=abc", set]]);
  await Promise.resolve();
  expect(it.sockets).toHaveLength(1);
  press("Disconnect");
  expect(it.headers.at(-1)).toEqual(["", null]);
});

test("where headers cannot be set it says why", () => {
  new ReplaySide({ headers: false });
  fireEvent.click(radio("Extension"));
  expect(screen.getByText(/^Headers cannot be set here/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Add header" })).toBeNull();
});

test("options are taken from JSON; what is not understood is listed", () => {
  const it = new ReplaySide();
  it.happen(() => {
    const section = screen.getByText("Options as JSON").closest("details") as HTMLDetailsElement;
    section.open = true;
    section.dispatchEvent(new Event("toggle"));
  });
  type(textbox("Options as JSON"), '{"delay": 123, "nonsense": true}');
  press("Take over options");
  expect(it.client.options.value.delay).toBe(123);
  const said = screen.getByRole("status", { name: "Options taken over" }).textContent;
  expect(said).toContain("Took over 1 option.");
  expect(said).toContain("nonsense: unknown");
  type(textbox("Options as JSON"), "{");
  press("Take over options");
  expect(screen.getByText(/^This is no JSON/)).toBeDefined();
  expect(button("Take over options").disabled).toBe(false);
});

test("captured addresses can be chosen", () => {
  const it = new ReplaySide();
  it.side.page.created(2, "wss://other.test/feed");
  it.settle();
  fireEvent.change(choice("Captured addresses"), { target: { value: "wss://other.test/feed" } });
  expect(textbox("URL").value).toBe("wss://other.test/feed");
});

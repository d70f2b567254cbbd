import { Flag } from "../../src/protocol";
import { FakePage } from "../../test/support/fake-page";
import type { PretendingLink } from "./pretending-link";

const URL = "wss://app.example.com/live?token=hunter2";
const PERIOD_MS = 400;
const FIRST_DELAY_MS = 500;
const MOST_DELAY_MS = 4000;

/** A page that goes on, comes back after outages, and believes what the panel has it believe. */
export function live(link: PretendingLink): void {
  const page = new FakePage(link.tell, { timeOrigin: Date.now() - performance.now() });
  let socket = 0;
  let open = false;
  let delayMs = FIRST_DELAY_MS;
  let told = 0;
  const say = (what: () => void) => {
    page.clock = performance.now();
    what();
    page.flush();
  };
  const connect = () => {
    const number = ++socket;
    say(() => page.created(number, URL));
    setTimeout(() => {
      const away = link.conditions?.offline;
      if (away && away.kind !== "stalled") fail(1006, "");
      else if (away) setTimeout(connect, delayMs);
      else welcome(number);
    }, 60);
  };
  const welcome = (number: number) =>
    say(() => {
      open = true;
      delayMs = FIRST_DELAY_MS;
      page.opened(number);
      for (const room of ["lobby", "orders"]) page.sent(number, `{"type":"room.join","room":"${room}"}`);
    });
  const fail = (code: number, reason: string) => {
    open = false;
    say(() => {
      if (code === 1006) page.failed(socket);
      page.closed(socket, code, reason);
    });
    setTimeout(connect, delayMs);
    delayMs = Math.min(MOST_DELAY_MS, delayMs * 2);
  };
  link.pretended = (conditions) => {
    const offline = conditions?.offline;
    if (!open || !offline) return;
    if (offline.kind === "dropped") fail(1006, "");
    else if (offline.kind === "closed") fail(offline.code, offline.reason);
  };
  link.tell({ type: "tab", state: "ready", page: page.document.timeOrigin });
  page.arrive();
  connect();
  setInterval(() => {
    const kind = link.conditions?.offline?.kind;
    const withheld = kind === "half-open" || kind === "stalled" ? Flag.Withheld : 0;
    if (!open && told % 3 === 0) say(() => page.sent(socket, `{"type":"note","n":${told}}`, Flag.Unsent));
    if (open) {
      say(() => {
        page.sent(socket, `{"type":"note","room":"lobby","n":${told}}`, withheld);
        page.received(socket, `{"type":"order","room":"orders","id":${told}}`, withheld);
      });
    }
    told++;
  }, PERIOD_MS);
}

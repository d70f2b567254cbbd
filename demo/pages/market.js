import { badge, byId } from "./dom.js";
import { keepOpen } from "./link.js";
import { createSparkline } from "./sparkline.js";

const money = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The price: binary ticks, and JSON for subscriptions and figures, all on one socket. */
export function startMarket() {
  const draw = createSparkline(byId("sparkline", SVGSVGElement));
  const pause = byId("pause", HTMLButtonElement);
  let paused = false;
  let first = 0;

  const link = keepOpen("/ws/market/btc-usd", {
    showState: badge("market-state"),
    onOpen: () => link.send({ action: "subscribe", topics: paused ? ["stats"] : ["ticks", "stats"] }),
    onFrame(data) {
      if (data instanceof ArrayBuffer) showTick(new DataView(data));
      else if (data.topic === "stats") showStats(data);
    },
  });

  pause.addEventListener("click", () => {
    paused = !paused;
    pause.textContent = paused ? "Resume ticks" : "Pause ticks";
    link.send({ action: paused ? "unsubscribe" : "subscribe", topics: ["ticks"] });
  });

  /** @param {DataView} tick */
  function showTick(tick) {
    const price = tick.getFloat64(0, true);
    first ||= price;
    const percent = (price / first - 1) * 100;
    const change = byId("change", HTMLElement);
    byId("price", HTMLElement).textContent = money.format(price);
    byId("volume", HTMLElement).textContent = tick.getFloat64(8, true).toFixed(4);
    change.textContent = `${percent < 0 ? "▼" : "▲"} ${Math.abs(percent).toFixed(2)} %`;
    change.classList.toggle("down", percent < 0);
    draw(price);
  }
}

/** @param {{ high: number, low: number }} figures */
function showStats({ high, low }) {
  byId("high", HTMLElement).textContent = money.format(high);
  byId("low", HTMLElement).textContent = money.format(low);
}

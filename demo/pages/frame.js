import { badge, byId } from "./dom.js";
import { keepOpen } from "./link.js";

keepOpen("/ws/metrics", {
  showState: badge("state"),
  onFrame({ cpu, memory, requests }) {
    byId("cpu", HTMLMeterElement).value = cpu;
    byId("cpu-text", HTMLElement).textContent = `${cpu} %`;
    byId("memory", HTMLMeterElement).value = memory;
    byId("memory-text", HTMLElement).textContent = `${memory} %`;
    byId("requests", HTMLElement).textContent = String(requests);
  },
});

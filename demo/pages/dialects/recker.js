import { ReckerClient } from "./recker-client.js";
import { createStage, parsed } from "./stage.js";

const TOPICS = ["alerts", "messages", "updates"];
const OTHER = "trades";

const stage = createStage();
/** @type {Set<string>} */
const topics = new Set(TOPICS);

const client = new ReckerClient(stage, {
  path: stage.visit ? `/ws/recker?visit=${stage.visit}` : "/ws/recker",
  onOpen() {
    client.sendJSON({ action: "authenticate", token: "eyJhbGciOiJub25lIn0.demo" });
    client.sendJSON({ action: "subscribe", topics: [...topics] });
    stage.fact("Topics", [...topics].join(", "));
  },
  async onMessage(data) {
    if (data === "STOP") {
      stage.note("STOP: the page closes, and stays closed until you press Connect");
      client.close(1000, "Client shutting down");
    } else if (data instanceof Blob) showTick(new DataView(await data.arrayBuffer()));
    else {
      const { cpu, text } = parsed(data) ?? {};
      if (cpu) stage.fact("CPU", `${cpu} %`);
      if (text) stage.fact("Last word", String(text));
    }
  },
});

/** @param {DataView} tick */
function showTick(tick) {
  if (tick.byteLength !== 16) return;
  stage.fact("Price", tick.getFloat64(0, true).toFixed(2));
  stage.fact("Volume", tick.getFloat64(8, true).toFixed(2));
}

stage.button("join", () => {
  topics.add(OTHER);
  client.sendJSON({ action: "subscribe", topics: [OTHER] });
  stage.fact("Topics", [...topics].join(", "));
});
stage.button("leave", () => {
  topics.delete(OTHER);
  client.sendJSON({ action: "unsubscribe", topics: [OTHER] });
  stage.fact("Topics", [...topics].join(", "));
});
stage.button("drop", () => client.sendJSON({ action: "demo-cut" }));
stage.button("silence", () => client.sendJSON({ action: "demo-silence" }));
stage.button("auth", () => client.sendJSON({ action: "authenticate", token: "wrong" }));
stage.button("announce", () => client.sendJSON({ action: "demo-announce" }));
stage.button("stop", () => client.sendJSON({ action: "demo-stop" }));
stage.button("connect", () => client.connect());
stage.button("hostile", () => {
  client.sendJSON({ action: "subscribe", topics: ["__proto__"] });
  client.sendJSON({ action: "demo-hostile", large: stage.large });
});
client.connect();

import { createStage, parsed } from "./stage.js";
import { WarpkitClient } from "./warpkit-client.js";

const ROOMS = ["account:a1", "project:p7"];
const OTHER = "project:p9";

const stage = createStage();
let connections = 0;

/** A fresh one for each connection. */
function token() {
  return stage.visit ? `${stage.visit}.${connections}` : `t${connections}`;
}

const client = new WarpkitClient(
  stage,
  () => {
    connections += 1;
    return `/ws/warpkit?token=${token()}`;
  },
  {
    onConnected() {
      client.send("auth", { token: token() });
      for (const room of ROOMS) client.joinRoom(room);
      showRooms();
    },
    onMessage(text) {
      const message = parsed(text);
      if (message) stage.fact("Last event", String(message.name));
      else stage.note("An error: this is no JSON");
    },
  },
);

function showRooms() {
  stage.fact("Rooms", [...client.rooms].join(", "));
}

stage.button("join", () => {
  client.joinRoom(OTHER);
  showRooms();
});
stage.button("leave", () => {
  client.leaveRoom(ROOMS[1] ?? "");
  showRooms();
});
stage.button("acknowledge", () => client.send("incident.acknowledge", { uuid: "i-1" }));
stage.button("drop", () => {
  client.send("demo.cut", {});
  // Said while there is no connection: kept, and sent after the rooms on the next one.
  setTimeout(() => client.send("incident.acknowledge", { uuid: "i-2" }), 200);
});
stage.button("silence", () => client.send("demo.silence", {}));
stage.button("auth", () => client.send("auth", { token: "wrong" }));
stage.button("announce", () => client.send("demo.announce", {}));
stage.button("hostile", () => {
  client.joinRoom("__proto__");
  client.send("demo.hostile", { large: stage.large });
  showRooms();
});
client.connect();

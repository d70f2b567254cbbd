import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { actionCable } from "./record/protocols/action-cable";
import { graphqlWs } from "./record/protocols/graphql-ws";
import { jsonRpc } from "./record/protocols/json-rpc";
import { mqtt } from "./record/protocols/mqtt";
import { phoenix } from "./record/protocols/phoenix";
import { pusher } from "./record/protocols/pusher";
import { signalr } from "./record/protocols/signalr";
import { socketIo } from "./record/protocols/socket-io";
import { stomp } from "./record/protocols/stomp";
import { writeTape } from "./record/protocols/tape";
import { root } from "./root";

/** Writes the captures of published protocols, made by hand from their specifications: `npm run protocols`. */
const FOLDER = join(root, "test/captures/protocols");

const tapes = {
  "action-cable": actionCable,
  "graphql-ws": graphqlWs,
  "json-rpc": jsonRpc,
  mqtt,
  phoenix,
  pusher,
  signalr,
  "socket-io": socketIo,
  stomp,
};

await mkdir(FOLDER, { recursive: true });
for (const [name, tape] of Object.entries(tapes)) {
  await writeFile(join(FOLDER, `${name}.jsonl`), writeTape(tape));
  console.log(`${tape.lines.length} frames: test/captures/protocols/${name}.jsonl`);
}

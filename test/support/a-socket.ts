import type { Socket } from "../../src/model/socket";
import type { DocumentId } from "../../src/protocol";

/** A socket that is open and has not said anything; what matters to a test is given. */
export function aSocket(facts: Partial<Socket> = {}): Socket {
  return {
    number: 1,
    document: "document-1" as DocumentId,
    documentUrl: "https://app.test/",
    frameId: 0,
    transport: "WebSocket",
    url: "wss://app.test/ws",
    asked: [],
    protocol: "",
    extensions: "",
    state: "open",
    createdAt: 0,
    failed: false,
    sent: { frames: 0, bytes: 0 },
    received: { frames: 0, bytes: 0 },
    lost: 0,
    ...facts,
  };
}

import { received, sent, type Tape } from "./tape";

const SESSION = {
  sid: "lv_VI97HAXpY6yYWAAAC",
  upgrades: [],
  pingInterval: 25_000,
  pingTimeout: 20_000,
  maxPayload: 1_000_000,
};

/** Socket.IO 5 over Engine.IO 4: the first digit is Engine.IO's packet, the second Socket.IO's. */
export const socketIo: Tape = {
  url: "wss://chat.example.com/socket.io/?EIO=4&transport=websocket",
  lines: [
    received(48, `0${JSON.stringify(SESSION)}`),
    sent(50, "40"),
    received(61, '40{"sid":"wZX3oN0bSVIhsaknAAAI"}'),
    sent(70, '40/admin,{"token":"guess"}'),
    received(80, '44/admin,{"message":"Not authorized"}'),
    sent(1000, '420["join","room-1"]'),
    received(1012, '430[{"status":"ok","members":["Mara","Robin"]}]'),
    sent(2000, '42["chat message",{"room":"room-1","text":"Hello"}]'),
    received(2015, '42["chat message",{"room":"room-1","from":"Robin","text":"Hello"}]'),
    received(3000, '451-["image",{"_placeholder":true,"num":0}]'),
    received(3001, Uint8Array.from([0x89, 0x50, 0x4e, 0x47])),
    received(25_048, "2"),
    sent(25_049, "3"),
    received(30_000, '421["are you there?"]'),
    sent(30_002, '431["yes"]'),
    received(50_048, "2"),
    sent(50_049, "3"),
    sent(51_000, '422["leave","room-1"]'),
    received(75_048, "2"),
    sent(75_049, "3"),
    sent(80_000, "41"),
  ],
  closed: { at: 80_020, code: 1005 },
};

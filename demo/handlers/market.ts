import type { Connection, Handler } from "../server";
import { fieldsOf } from "./fields";
import { createTicker } from "./ticker";

const OPENING_PRICES: Readonly<Record<string, number>> = { "btc-usd": 64_200, "eth-usd": 3_120 };
const TOPICS = ["ticks", "stats"];
const TICK = 250;
const TICKS_PER_STATS = 20;

/** Prices at `/ws/market/{pair}`: binary ticks and, on the same socket, JSON for control and figures. */
export function createMarket(): Handler {
  const markets = new Map(Object.entries(OPENING_PRICES).map(([pair, price]) => [pair, openMarket(price)]));
  const marketOf = (conn: Connection) => markets.get(conn.params.pair ?? "");

  return {
    pattern: "/ws/market/{pair}",

    onConnect(conn) {
      const market = marketOf(conn);
      if (market) market.add(conn);
      else conn.close(4004, `Unknown pair: use ${[...markets.keys()].join(" or ")}`);
    },

    onMessage(conn, data) {
      const { action, topics } = fieldsOf(data);
      const known = Array.isArray(topics) ? topics.filter((topic) => TOPICS.includes(topic)) : [];
      if (action === "subscribe") for (const topic of known) conn.joinRoom(topic);
      else if (action === "unsubscribe") for (const topic of known) conn.leaveRoom(topic);
      else return conn.send({ action: "error", message: "The actions are subscribe and unsubscribe" });
      conn.send({ action: `${action}d`, topics: known });
    },

    onClose(conn) {
      marketOf(conn)?.delete(conn);
    },
  };
}

function openMarket(openingPrice: number) {
  let price = openingPrice;
  let high = price;
  let low = price;
  let ticks = 0;

  return createTicker(TICK, (members) => {
    const pull = (openingPrice - price) * 0.01;
    price += pull + (Math.random() - 0.5) * openingPrice * 0.0012;
    high = Math.max(high, price);
    low = Math.min(low, price);
    ticks += 1;
    const tick = encodeTick(price, Math.random() ** 3 * 4);
    for (const conn of members) {
      if (conn.rooms.has("ticks")) conn.send(tick);
      if (conn.rooms.has("stats") && ticks % TICKS_PER_STATS === 0) {
        conn.send({ topic: "stats", high: round(high), low: round(low), ticks });
      }
    }
  });
}

/** 16 bytes: two little-endian doubles, the price at 0 and the volume at 8. */
function encodeTick(price: number, volume: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeDoubleLE(price, 0);
  bytes.writeDoubleLE(volume, 8);
  return bytes;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

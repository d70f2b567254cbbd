import { action } from "./action";
import { actionCable } from "./action-cable";
import { binary } from "./binary";
import { centrifugo } from "./centrifugo";
import type { Dialect, DialectId } from "./dialect";
import { flat } from "./flat";
import { graphqlSubscriptions } from "./graphql-subscriptions";
import { graphqlWs } from "./graphql-ws";
import { jsonRpc } from "./json-rpc";
import { mqtt } from "./mqtt";
import { philjs } from "./philjs";
import { philjsApi } from "./philjs-api";
import { phoenix } from "./phoenix";
import { pusher } from "./pusher";
import { recker } from "./recker";
import { signalr } from "./signalr";
import { socketIo } from "./socket-io";
import { sockjs } from "./sockjs";
import { stomp } from "./stomp";
import { text } from "./text";
import { universal } from "./universal";
import { untyped } from "./untyped";
import { wamp } from "./wamp";
import { warpkit } from "./warpkit";

/**
 * Every dialect. Where two fit a frame equally well the earlier one is taken: the plainest first, and those that take
 * anything last.
 */
export const dialects: readonly Dialect[] = [
  flat,
  philjs,
  warpkit,
  universal,
  action,
  recker,
  philjsApi,
  phoenix,
  socketIo,
  graphqlWs,
  graphqlSubscriptions,
  signalr,
  stomp,
  sockjs,
  wamp,
  actionCable,
  centrifugo,
  pusher,
  jsonRpc,
  mqtt,
  untyped,
  text,
  binary,
];

const BY_ID: ReadonlyMap<DialectId, Dialect> = new Map(dialects.map((dialect) => [dialect.id, dialect]));

/** The dialect of an id; the plainest for an id that there is none of. */
export function dialectOf(id: DialectId): Dialect {
  return BY_ID.get(id) ?? text;
}

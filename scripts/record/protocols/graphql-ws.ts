import { received, sent, type Tape } from "./tape";

const next = (id: string, data: object) => JSON.stringify({ id, type: "next", payload: { data } });
const subscribe = (id: string, query: string, variables?: object) =>
  JSON.stringify({ id, type: "subscribe", payload: { query, variables } });

/** graphql-transport-ws: both sides may ping; an answer names its operation by id. */
export const graphqlWs: Tape = {
  url: "wss://api.example.com/graphql",
  asked: ["graphql-transport-ws"],
  protocol: "graphql-transport-ws",
  lines: [
    sent(42, '{"type":"connection_init","payload":{"authorization":"Bearer demo"}}'),
    received(55, '{"type":"connection_ack"}'),
    sent(60, subscribe("a1", "subscription Rates($of: ID!) { rate(of: $of) { value } }", { of: "btc" })),
    received(500, next("a1", { rate: { value: 64_200 } })),
    received(1500, next("a1", { rate: { value: 64_210 } })),
    sent(2000, subscribe("b2", "{ me { name } }")),
    received(2020, next("b2", { me: { name: "Robin" } })),
    received(2021, '{"id":"b2","type":"complete"}'),
    sent(3000, subscribe("c3", "{ nobody }")),
    received(
      3008,
      '{"id":"c3","type":"error","payload":[{"message":"Cannot query field \\"nobody\\" on type \\"Query\\"."}]}',
    ),
    sent(10_042, '{"type":"ping"}'),
    received(10_051, '{"type":"pong"}'),
    received(12_000, '{"type":"ping","payload":{"at":1767603612}}'),
    sent(12_001, '{"type":"pong","payload":{"at":1767603612}}'),
    sent(20_042, '{"type":"ping"}'),
    received(20_054, '{"type":"pong"}'),
    received(21_000, next("a1", { rate: { value: 64_190 } })),
    sent(22_000, '{"id":"a1","type":"complete"}'),
  ],
  closed: { at: 23_000, code: 1000, reason: "Normal Closure" },
};

export { createMockServer } from "./mock-server";
export type {
  AuthResult,
  BroadcastOptions,
  Connection,
  Handler,
  MockServer,
  MockServerOptions,
} from "./types";

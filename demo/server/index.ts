export { createMockServer } from "./mock-server";
export type {
  AuthResult,
  BroadcastOptions,
  Connection,
  Handler,
  MockServerOptions,
} from "./types";

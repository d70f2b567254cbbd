import { binary } from "./binary";
import type { Check } from "./check";
import { close } from "./close";
import { construct } from "./construct";
import { descriptors } from "./descriptors";
import { errors } from "./errors";
import { events } from "./events";
import { frames } from "./frames";
import { identity } from "./identity";
import { policies } from "./policies";
import { pollution } from "./pollution";
import { send } from "./send";
import { surroundings } from "./surroundings";
import { tampering } from "./tampering";
import { workers } from "./workers";

export const themes: Record<string, readonly Check[]> = {
  ...{ construct, identity, descriptors, errors, events, send, binary, close },
  ...{ frames, policies, tampering, pollution, surroundings, workers },
};

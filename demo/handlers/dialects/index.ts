import type { Handler } from "../../server";
import { createPrivate } from "../private";
import { createGuideChat } from "./guide";
import { createGuidePresence } from "./guide-presence";
import { createPhiljs } from "./philjs";
import { createRecker } from "./recker";
import { createUniversal } from "./universal";
import { createWarpkit } from "./warpkit";

/** What the pages below `/dialects` talk to. */
export function createDialects(): Handler[] {
  return [
    createPhiljs(),
    createGuideChat(),
    createGuidePresence(),
    createWarpkit(),
    createRecker(),
    createUniversal(),
    createPrivate("/ws/universal/private"),
  ];
}

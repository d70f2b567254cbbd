import type { Ear } from "../../src/panel/store/replay/ear";

/** Hears nothing. */
export const DEAF: Ear = { created() {}, opened() {}, failed() {}, received() {}, closed() {} };

import { counted, grouped } from "../amounts";
import type { Finding } from "./finding";
import { finding, type Inspected } from "./inspected";

/** What single frames show by themselves. */
export function frameFindings({ suspicions }: Inspected): Finding[] {
  const { poisonous, large, unsent, invalid, largest } = suspicions;
  return [
    ...finding(
      "sent-while-closing",
      "error",
      `${counted(unsent.count, "frame")} sent when the socket was closing or closed: lost`,
      "Check readyState before sending, or keep what is to be sent until the next socket is open.",
      unsent,
    ),
    ...finding(
      "poisonous-keys",
      "warning",
      `${counted(poisonous.count, "frame")} with keys that poison objects (__proto__, constructor, prototype)`,
      "Drop these keys when parsing, before the content is merged into other objects.",
      poisonous,
    ),
    ...finding(
      "invalid-json",
      "warning",
      `${counted(invalid.count, "frame")} that should be JSON and can't be parsed`,
      "Look at how the sender builds them, and make sure that the receiver survives them.",
      invalid,
    ),
    ...finding(
      "large-frames",
      "note",
      `${counted(large.count, "frame")} above 1,000,000 bytes, the largest ${grouped(largest)}`,
      "Everything behind a large frame waits for it, heartbeats too: send it in parts, or fetch it over HTTP.",
      large,
    ),
  ];
}

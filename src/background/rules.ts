import type { DeclarativeNetRequest } from "webextension-polyfill";
import type { Conditions } from "../conditions";
import { marksOf } from "../link/marks";

const PRIORITY = 1_000_000;

/** The rules that make tabs believe this: new sockets are blocked, new documents find it in their policy. */
export function rulesFor(tabs: ReadonlyMap<number, Conditions>): DeclarativeNetRequest.Rule[] {
  const offline = [...tabs].filter(([, conditions]) => conditions.offline).map(([tabId]) => tabId);
  const rules: Omit<DeclarativeNetRequest.Rule, "id">[] = [];
  if (offline.length > 0) {
    const condition = { tabIds: offline, resourceTypes: ["websocket" as const] };
    rules.push({ priority: PRIORITY, action: { type: "block" }, condition });
  }
  for (const [tabId, conditions] of tabs) {
    const value = marksOf(conditions);
    if (value === null) continue;
    const header = { header: "Permissions-Policy", operation: "append" as const, value };
    const condition = { tabIds: [tabId], resourceTypes: ["main_frame" as const, "sub_frame" as const] };
    rules.push({
      priority: PRIORITY,
      action: { type: "modifyHeaders", responseHeaders: [header] },
      condition,
    });
  }
  return rules.map((rule, at) => ({ ...rule, id: at + 1 }));
}

/**
 * Where the panel stands with the page.
 * - `connecting`: nothing heard yet
 * - `ready`: the page is watched
 * - `unreachable`: the page has no tap (a browser page, or loaded before the extension)
 * - `missing`: the tab is gone
 * - `severed`: the extension was updated, reloaded or removed under the panel
 */
export type Standing = "connecting" | "ready" | "unreachable" | "missing" | "severed";

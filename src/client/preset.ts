import type { ClientOptions } from "./options";

/** Options of a known client, as documented, and what it was measured to do instead. */
export interface Preset {
  id: string;
  label: string;
  /** One line: whose defaults, and from where. */
  about: string;
  options: ClientOptions;
  /** Null: documented only. */
  measured: { options: Partial<ClientOptions>; differences: string[] } | null;
}

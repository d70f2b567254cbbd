import { type IDBPDatabase, openDB } from "idb";
import type { ScriptDisk } from "./script-disk";

const NAME = "sockeye scripts";
const SCRIPTS = "scripts";

/** The database of saved scripts: one for all panels, and it outlives them. It is opened when it is first needed. */
export function openIndexedScripts(): ScriptDisk {
  let opening: Promise<IDBPDatabase> | null = null;
  const forget = () => {
    opening = null;
  };
  const open = () => {
    opening ??= openDB(NAME, 1, {
      upgrade: (database) => {
        database.createObjectStore(SCRIPTS);
      },
      // A newer Sockeye in another panel wants to change it, and must not wait for this one.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    }).catch((error) => {
      forget();
      throw error;
    });
    return opening;
  };
  return {
    names: async () => (await (await open()).getAllKeys(SCRIPTS)).map(String),
    get: async (name) => {
      const text: unknown = await (await open()).get(SCRIPTS, name);
      return typeof text === "string" ? text : null;
    },
    put: async (name, text) => {
      await (await open()).put(SCRIPTS, text, name);
    },
    delete: async (name) => {
      await (await open()).delete(SCRIPTS, name);
    },
  };
}

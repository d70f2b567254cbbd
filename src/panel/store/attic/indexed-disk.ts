import { deleteDB, type IDBPDatabase, openDB } from "idb";
import type { Disk, Stored } from "./disk";

const PREFIX = "sockeye-payloads-";
const CHUNKS = "chunks";

/**
 * Deletes what panels that crashed have left. Each panel that lives holds a lock of its database's name, and the
 * browser lets go of it however the panel ends.
 */
async function removeOrphans(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith(PREFIX)) continue;
    await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await deleteDB(name);
    });
  }
}

/** Holds the lock until the panel ends. */
function lock(name: string): Promise<void> {
  return new Promise((held, refused) => {
    navigator.locks
      .request(name, () => {
        held();
        return new Promise(() => {});
      })
      .catch(refused);
  });
}

async function openDatabase(name: string): Promise<IDBPDatabase> {
  await lock(name);
  return openDB(name, 1, {
    upgrade: (database) => {
      database.createObjectStore(CHUNKS);
    },
  });
}

/**
 * A database of this panel's own, made when it is needed, and deleted when the panel closes; before that, those are
 * deleted that crashed panels have left.
 */
export function openIndexedDisk(): Disk {
  const name = `${PREFIX}${new Date().toISOString()}-${crypto.randomUUID()}`;
  let opening: Promise<IDBPDatabase> | null = null;
  const open = () => {
    opening ??= openDatabase(name).catch((error) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  // Without a disk there is nothing to be removed.
  removeOrphans().catch(() => {});
  addEventListener("pagehide", () => {
    // Asked for at once: nothing that waits runs any more. The connection would hold the deletion up.
    opening?.then((database) => database.close());
    if (opening) indexedDB.deleteDatabase(name);
  });
  return {
    async put(chunk, payloads) {
      const transaction = (await open()).transaction(CHUNKS, "readwrite", { durability: "relaxed" });
      await Promise.all([transaction.store.put(payloads, chunk), transaction.done]);
    },
    async get(chunk) {
      const payloads: readonly Stored[] | undefined = await (await open()).get(CHUNKS, chunk);
      if (!payloads) throw new Error("the browser has deleted it");
      return payloads;
    },
    async delete(chunk) {
      await (await open()).delete(CHUNKS, chunk);
    },
  };
}

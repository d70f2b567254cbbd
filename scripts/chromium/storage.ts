import type { Extension } from "./launch";
import { withSession } from "./target";

/** Makes the panel forget what it remembers between its lives, such as the widths of columns. */
export async function clearStorage({ context, id }: Extension): Promise<void> {
  const page = context.pages()[0];
  if (!page) throw new Error("Clearing the storage needs one open page.");
  await withSession(context, page, async (session) => {
    const origin = `chrome-extension://${id}`;
    await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "local_storage" });
  });
}

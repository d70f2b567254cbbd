import { isScriptFile } from "../../store/script/scripting";
import type { Store } from "../../store/store";
import type { Landmarks } from "../landmarks";

/** Imports captures, and has scripts opened. */
export function importFiles(store: Store, { script }: Landmarks, files: Iterable<File>): void {
  for (const file of files) {
    if (isScriptFile(file)) script.value = file;
    else void store.exchange.import(file);
  }
}

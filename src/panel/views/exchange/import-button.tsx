import { Upload } from "lucide";
import { useRef } from "preact/hooks";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import type { Store } from "../../store/store";
import type { Landmarks } from "../landmarks";
import { importFiles } from "./import-files";

const KNOWN = ".har,.jsonl,.json,.zip";

/** Opens the browser's choice of files. */
export function ImportButton({ store, landmarks }: { store: Store; landmarks: Landmarks }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        name="Import"
        tip="Import a HAR, a capture or a script (or drop it here)"
        onClick={() => input.current?.click()}
      >
        <Icon of={Upload} />
      </IconButton>
      <input
        ref={input}
        type="file"
        class="unseen"
        aria-label="Import file"
        accept={KNOWN}
        multiple
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          importFiles(store, landmarks, currentTarget.files ?? []);
          // Else choosing the same file again would be no change.
          currentTarget.value = "";
        }}
      />
    </>
  );
}

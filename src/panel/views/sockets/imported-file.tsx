import { X } from "lucide";
import type { ImportedFrom } from "../../../model/socket";
import { Icon } from "../../parts/icon";
import type { Store } from "../../store/store";
import { FindingsBadge } from "../session/findings-badge";
import type { Tally } from "../session/tally";

interface Props {
  file: ImportedFrom;
  open: boolean;
  store: Store;
  findings: Tally;
}

/** An imported file's line: marked as such, with the way to be rid of it (by key: Delete). */
export function ImportedFile({ file, open, store, findings }: Props) {
  return (
    <>
      <span class="twisty">{open ? "\u25be" : "\u25b8"}</span>
      <span class="file-name">{file.file}</span>
      <span class="badge">imported</span>
      <FindingsBadge {...findings} />
      <button
        type="button"
        class="icon-button remove-import"
        aria-label={`Remove ${file.file}`}
        title={`Remove ${file.file}`}
        tabIndex={-1}
        onClick={() => store.removeImport(file.id)}
      >
        <Icon of={X} size={12} />
      </button>
    </>
  );
}

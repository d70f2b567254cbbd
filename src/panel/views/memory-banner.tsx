import { TriangleAlert } from "lucide";
import { Icon } from "../parts/icon";
import { counted } from "../parts/words/count";
import type { Attic } from "../store/attic/attic";

/** Says what became of old contents when the disk would not take them or give them back. */
export function MemoryBanner({ attic }: { attic: Attic }) {
  const trouble = attic.trouble.value;
  if (!trouble) return null;
  const { why, letGo } = trouble;
  return (
    <div class="banner" role="alert">
      <Icon of={TriangleAlert} size={13} />
      {letGo === 0
        ? `The browser gives no room on disk (${why}): all contents stay in memory as long as it has room. Clear, or export, what you do not need.`
        : `The contents of ${counted(letGo, "old frame")} are lost, their rows are not: memory is full, and the disk refused them (${why}).`}
    </div>
  );
}

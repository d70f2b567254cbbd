import { type ReadonlySignal, useComputed, useSignal } from "@preact/signals";
import { X } from "lucide";
import { useRef } from "preact/hooks";
import { RowFlag } from "../../../model/capture";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import { Tabs } from "../../parts/tabs";
import type { Told } from "../../store/replay/replaying";
import type { Store } from "../../store/store";
import { ReplayTold } from "../frames/replay-told";
import type { Going } from "../going";
import { CopyButton } from "./copy-button";
import { EnvelopeFacts } from "./envelope";
import { FrameHex } from "./frame-hex";
import { FramePayload } from "./frame-payload";
import { ReplayActions } from "./replay-actions";

const TABS = ["Payload", "Envelope", "Hex"] as const;

interface Props {
  store: Store;
  going: Going;
  /** What became of the last replay. */
  told: ReadonlySignal<Told | null>;
  onEdit: () => void;
  onClose: () => void;
}

/** All about the selected frame. */
export function Details({ store, going, told, onEdit, onClose }: Props) {
  const tab = useSignal<(typeof TABS)[number]>("Payload");
  const root = useRef<HTMLElement>(null);
  const row = store.selected.value;
  // The row's flags change seldom (a Blob was read, a reply came), the version with every frame.
  useComputed(() => {
    store.version.value;
    const selected = store.selected.value;
    if (selected === null) return "";
    const { meanings, rereads } = store.understanding;
    const marks = meanings.has(selected) ? meanings.marks(selected) : -1;
    return `${store.capture.flags(selected)} ${marks} ${rereads}`;
  }).value;
  if (row === null) return null;
  const { capture } = store;
  // The list may have brought the content back since.
  const flags = capture.flags(row);
  const props = { capture, row, flags };
  return (
    <section
      class="details"
      ref={root}
      aria-label="Frame details"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <Tabs
        label="Frame details"
        names={TABS}
        chosen={tab.value}
        onChoose={(name) => {
          tab.value = name;
        }}
        beside={
          <div class="tab-actions">
            {(flags & RowFlag.Loss) === 0 && <ReplayActions store={store} row={row} onEdit={onEdit} />}
            {(flags & RowFlag.Loss) === 0 && <CopyButton key={row} capture={capture} row={row} />}
            <IconButton name="Close details" tip="Close details (Esc)" onClick={onClose}>
              <Icon of={X} />
            </IconButton>
          </div>
        }
      >
        <ReplayTold told={told} />
        {tab.value === "Payload" && <FramePayload {...props} />}
        {tab.value === "Envelope" && <EnvelopeFacts store={store} going={going} row={row} flags={flags} />}
        {tab.value === "Hex" && <FrameHex {...props} />}
      </Tabs>
    </section>
  );
}

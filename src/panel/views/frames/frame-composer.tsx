import { type ReadonlySignal, useComputed } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { refreshed } from "../../../model/template/refreshed";
import type { Told } from "../../store/replay/replaying";
import type { Templates } from "../../store/replay/template-world";
import type { WayId } from "../../store/replay/ways";
import type { Store } from "../../store/store";
import { Composer } from "../composer/composer";
import { holesIn } from "../composer/holes";
import type { FrameDraft } from "./drafts";

interface Props {
  store: Store;
  of: FrameDraft;
  templates: Templates;
  told: ReadonlySignal<Told | null>;
  /** It stays, out of sight, so that what was written is there when it is opened again. */
  hidden: boolean;
  onClose: () => void;
}

/** The editor keeps to a shadow root. */
function messageIn(root: HTMLElement): HTMLElement | null | undefined {
  const host = [...root.querySelectorAll("*")].find(({ shadowRoot }) => shadowRoot !== null);
  return root.querySelector("textarea") ?? host?.shadowRoot?.querySelector<HTMLElement>("[contenteditable]");
}

/** The composer on a captured frame. */
export function FrameComposer({ store, of, templates, told, hidden, onClose }: Props) {
  const { draft, socket, sent, chosenWay } = of;
  const { frames } = store.replay;
  const root = useRef<HTMLDivElement>(null);
  // The socket opens and closes without anybody saying so, and seldom.
  const key = useComputed(() => {
    store.version.value;
    return JSON.stringify(frames.waysOn(socket, sent));
  }).value;
  const ways = useMemo(() => frames.waysOn(socket, sent), [frames, socket, sent, key]);
  const fill = useMemo(() => (text: string) => templates.fill(text), [templates]);
  const send = (content: string | Uint8Array, way: string) => {
    if (!frames.send(content, way as WayId, socket).failed) templates.sent(content);
  };
  useLayoutEffect(() => {
    if (!hidden && root.current) messageIn(root.current)?.focus();
  }, [hidden]);
  return (
    <div class="frame-composer" hidden={hidden} ref={root}>
      <Composer
        draft={draft}
        ways={ways}
        chosenWay={chosenWay}
        send={send}
        fill={fill}
        holes={holesIn}
        refreshed={(text) => refreshed(text, Date.now())}
        told={hidden ? null : told.value}
        onClose={onClose}
      />
    </div>
  );
}

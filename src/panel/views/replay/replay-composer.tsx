import { useMemo, useState } from "preact/hooks";
import { refreshed } from "../../../model/template/refreshed";
import type { Told } from "../../store/replay/replaying";
import { templatesOf } from "../../store/replay/template-world";
import type { Store } from "../../store/store";
import { Composer } from "../composer/composer";
import { holesIn } from "../composer/holes";
import type { ComposerDraft } from "../composer/types";
import type { ReplayState } from "./state";

const EMPTY: ComposerDraft = { content: "", captured: null };

/** Writes messages and sends them on the client's connection. */
export function ReplayComposer({ store, state }: { store: Store; state: ReplayState }) {
  const { client } = store.replay;
  const [told, setTold] = useState<Told | null>(null);
  const templates = useMemo(() => templatesOf(store), [store]);
  const fill = useMemo(() => (text: string) => templates.fill(text), [templates]);
  const possible = client.state.value !== "disconnected";
  const way = {
    id: "client",
    label: "On this connection",
    hint: "The replay client sends it, or keeps it until it is connected, as its options say",
    possible,
    why: possible ? "" : "Press Connect first",
  };
  return (
    <Composer
      draft={EMPTY}
      ways={[way]}
      chosenWay={state.way}
      send={(content) => {
        const done = client.send(content);
        setTold(done);
        if (!done.failed) templates.sent(content);
      }}
      fill={fill}
      holes={holesIn}
      refreshed={(text) => refreshed(text, Date.now())}
      told={told}
    />
  );
}

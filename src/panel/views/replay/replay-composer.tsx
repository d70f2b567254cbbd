import { useMemo, useState } from "preact/hooks";
import { holes as holesOf } from "../../../model/template/holes";
import { refreshed } from "../../../model/template/refreshed";
import type { Told } from "../../store/replay/replaying";
import { Templates } from "../../store/replay/template-world";
import type { Store } from "../../store/store";
import { Composer } from "../composer/composer";
import type { ComposerDraft } from "../composer/types";
import type { ReplayState } from "./state";

const EMPTY: ComposerDraft = { content: "", captured: null };

function holes(text: string) {
  return holesOf(text).map(({ at, length }) => ({ from: at, to: at + length }));
}

/** Writes messages and sends them on the client's connection. */
export function ReplayComposer({ store, state }: { store: Store; state: ReplayState }) {
  const { client } = store.replay;
  const [told, setTold] = useState<Told | null>(null);
  const templates = useMemo(() => {
    const { capture, understanding } = store;
    return new Templates({ capture, meanings: understanding.meanings, now: () => Date.now() });
  }, [store]);
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
      holes={holes}
      refreshed={(text) => refreshed(text, Date.now())}
      told={told}
    />
  );
}

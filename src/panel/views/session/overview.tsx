import { counted } from "../../parts/words/count";
import type { Findings, SessionFindings } from "../../store/findings";
import type { Store } from "../../store/store";
import { FindingList } from "./finding-list";

interface Props {
  store: Store;
  findings: Findings;
  found: readonly SessionFindings[];
}

/** What is probably wrong with several sessions, one after the other. */
export function Overview({ store, findings, found }: Props) {
  return (
    <section class="session-panel" aria-label="Findings of all sessions">
      {found.map((each) => {
        const { id, place, sockets } = each.session;
        const [first] = sockets;
        const choice = sockets.length === 1 && first ? { socket: first.number } : { session: id };
        return (
          <section key={id} class="session-part" aria-label={place}>
            <p class="session-title">
              <span class="session-place">{place}</span>{" "}
              <button type="button" class="link-button" onClick={() => store.filtering.choose(choice)}>
                {sockets.length === 1 ? `#${first?.number}` : `session, ${counted(sockets.length, "socket")}`}
              </button>
            </p>
            <FindingList store={store} findings={findings} found={each} />
          </section>
        );
      })}
    </section>
  );
}

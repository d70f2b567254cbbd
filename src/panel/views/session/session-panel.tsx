import { useState } from "preact/hooks";
import type { Session } from "../../../model/session/session";
import { counted } from "../../parts/words/count";
import type { Findings } from "../../store/findings";
import type { Store } from "../../store/store";
import { FindingList } from "./finding-list";
import { PolicyLine } from "./policy-line";
import { StepList } from "./step-list";
import { Strip } from "./strip";
import { useSteps } from "./use-steps";

/** Sockets that are told of at first, and that many more at each wish. */
const PAGE = 30;

interface Props {
  store: Store;
  findings: Findings;
  session: Session;
  /** The socket whose frames are shown; 0 for all of the session. */
  current: number;
}

/** All that is told of one session: how it went at a glance, what is probably wrong, and its sockets one by one. */
export function SessionPanel({ store, findings, session, current }: Props) {
  const [most, setMost] = useState(PAGE);
  const { steps, fit, delays } = useSteps(store, session, most);
  const { sockets, place, reason } = session;
  return (
    <section class="session-panel" aria-label="Session">
      <header class="session-head">
        <p class="session-title">
          <span class="session-place">{place}</span> {counted(sockets.length, "socket")}
          {sockets.length > 1 && <span class="badge">inferred</span>}
        </p>
        {reason && <p class="quiet">Taken for one session: {reason}.</p>}
        {delays > 0 && <PolicyLine fit={fit} delays={delays} />}
      </header>
      {steps.length > 1 && <Strip steps={steps} store={store} current={current} />}
      <FindingList store={store} findings={findings} found={findings.of(session)} />
      <StepList
        store={store}
        steps={steps}
        current={current}
        earlier={sockets.length - steps.length}
        onEarlier={() => setMost(most + PAGE)}
      />
    </section>
  );
}

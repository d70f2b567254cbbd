import { useMemo, useRef } from "preact/hooks";
import { fitPolicy, type PolicyFit } from "../../../model/session/policy";
import type { Session } from "../../../model/session/session";
import { useThrottled } from "../../parts/throttled";
import type { Store } from "../../store/store";
import { nowOf } from "../scope";
import { Ledger } from "./ledger";
import { type Step, stepsOf } from "./steps";

/** Figures may lag this much: nobody reads them faster. */
const LAG = 500;

/** The newest so many sockets of a session with what lies between them, and the policy that fits its delays best. */
export function useSteps(
  store: Store,
  session: Session,
  most: number,
): { steps: readonly Step[]; fit: PolicyFit | null; delays: number } {
  useThrottled(store.version, LAG).value;
  const ledger = useRef<Ledger | null>(null);
  ledger.current ??= new Ledger(store.capture);
  ledger.current.advance();
  const { reconnects } = session;
  const delays = reconnects.length;
  const fit = useMemo(() => fitPolicy(reconnects), [session, delays]);
  const { rooms } = store.understanding.folds(session);
  const last = session.sockets[session.sockets.length - 1];
  const now = last ? nowOf(last, store) : 0;
  if (last && !store.understanding.behind) rooms.settle(last, now);
  const steps = stepsOf({ session, most, events: rooms.events, ledger: ledger.current, fit, now });
  return { steps, fit, delays };
}

import type { Offline } from "../../../conditions";
import { explainClose } from "../../../model/session/close-codes";
import { utf8Bytes } from "../../../model/utf8";
import { CheckedField } from "./checked-field";
import { codeProblem, REASON_BYTES, reasonProblem } from "./close-fields";

/** What the other side closes with. */
export function ServerClose({ how, onChange }: { how: Offline; onChange: (how: Offline) => void }) {
  return (
    <div class="server-close">
      <CheckedField
        name="Code"
        value={String(how.code)}
        inputMode="numeric"
        problemOf={codeProblem}
        note={(text) => `${explainClose(Number(text)).name}. 1005, 1006 and 1015 are never sent.`}
        onValue={(text) => onChange({ ...how, code: Number(text) })}
      />
      <CheckedField
        name="Reason"
        value={how.reason}
        problemOf={reasonProblem}
        note={(text) => `${utf8Bytes(text)} of ${REASON_BYTES} bytes`}
        onValue={(reason) => onChange({ ...how, reason })}
      />
    </div>
  );
}

import { Settings2 } from "lucide";
import { isClosable } from "../../../../client/close-arguments";
import { utf8Bytes } from "../../../../model/utf8";
import { Icon } from "../../../parts/icon";
import { Popover } from "../../../parts/popover";
import type { ReplayState } from "../state";

const LONGEST = 123;

/** What is wrong with the code and reason to close with; empty where a browser takes them. */
export function closeProblem({ closeCode, closeReason }: ReplayState): string {
  const code = closeCode.value.trim();
  if (code !== "" && !isClosable(Number(code))) return "A page may close with 1000, or 3000 to 4999";
  const bytes = utf8Bytes(closeReason.value);
  if (bytes > LONGEST) return `The reason has ${bytes} bytes; ${LONGEST} is the most`;
  return code === "" && bytes > 0 ? "A reason needs a code" : "";
}

/** With which code and reason Disconnect closes. */
export function CloseChoice({ state }: { state: ReplayState }) {
  const problem = closeProblem(state);
  return (
    <Popover name="Close code and reason" face={<Icon of={Settings2} />} align="end">
      <div class="close-choice">
        <div class="form-field">
          <label for="replay-close-code">Close code</label>
          <input
            id="replay-close-code"
            type="text"
            inputMode="numeric"
            placeholder="none; 1000, or 3000 to 4999"
            value={state.closeCode.value}
            onInput={({ currentTarget }) => {
              state.closeCode.value = currentTarget.value;
            }}
          />
        </div>
        <div class="form-field">
          <label for="replay-close-reason">Close reason</label>
          <input
            id="replay-close-reason"
            type="text"
            placeholder="none; at most 123 bytes"
            value={state.closeReason.value}
            onInput={({ currentTarget }) => {
              state.closeReason.value = currentTarget.value;
            }}
          />
        </div>
        <p class="form-note problem" role="status">
          {problem}
        </p>
      </div>
    </Popover>
  );
}

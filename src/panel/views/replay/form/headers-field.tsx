import { CircleX } from "lucide";
import { Icon } from "../../../parts/icon";
import type { ReplayClient } from "../../../store/replay/replay-client";
import type { Header } from "../../../store/replay/world";
import { HeaderRow } from "./header-row";

/** What is set most often. */
const NAMES = ["Origin", "Authorization", "Cookie", "User-Agent"];

/** Headers of the handshake, for sockets of the extension. */
export function HeadersField({ client }: { client: ReplayClient }) {
  if (client.from.value !== "extension") return null;
  const headers = client.headers.value;
  const set = (next: readonly Header[]) => {
    client.headers.value = next;
  };
  const add = () => {
    const name = NAMES.find((known) => !headers.some((header) => header.name === known)) ?? "";
    set([...headers, { name, value: "" }]);
  };
  const problem = client.headersProblem.value;
  return (
    <fieldset class="form-field headers">
      <legend>Headers</legend>
      {client.headersPossible ? (
        <>
          <p class="form-note">
            Set by a session rule that touches only this connection and is removed when it ends.
          </p>
          <datalist id="replay-header-names">
            {NAMES.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <ul aria-label="Headers">
            {headers.map((header, at) => (
              <HeaderRow
                key={at}
                header={header}
                onChange={(next) => set(headers.with(at, next))}
                onRemove={() => set(headers.filter((_, other) => other !== at))}
              />
            ))}
          </ul>
          <button type="button" class="plain-button" onClick={add}>
            Add header
          </button>
          <p class="form-note problem" role="status">
            {problem && <Icon of={CircleX} size={12} />}
            {problem}
          </p>
        </>
      ) : (
        <p class="form-note">
          Headers cannot be set here: only the installed extension may, in this browser through
          declarativeNetRequest.
        </p>
      )}
    </fieldset>
  );
}

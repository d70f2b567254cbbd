import { maskedUrl } from "../../../../model/url";
import { scrollable } from "../../../parts/roles";
import type { Store } from "../../../store/store";
import { Section } from "../section";
import type { ReplayState } from "../state";
import { AddressFields } from "./address-fields";
import { HeadersField } from "./headers-field";
import { ImportField } from "./import-field";
import { OptionGroups } from "./option-groups";
import { OriginField } from "./origin-field";
import { PresetField } from "./preset-field";

/** What the next connection will be like. */
export function Form({ store, state }: { store: Store; state: ReplayState }) {
  const { client } = store.replay;
  const busy = client.state.value !== "disconnected";
  return (
    <div class="replay-form" {...scrollable("Connection settings")}>
      {busy && <p class="form-line applies">Changes apply at the next Connect.</p>}
      <Section
        state={state}
        name="Connection"
        brief={state.open.value.has("Connection") || maskedUrl(client.address.value)}
      >
        <PresetField client={client} />
        <AddressFields store={store} />
        <OriginField client={client} />
        <HeadersField client={client} />
      </Section>
      <OptionGroups client={client} state={state} />
      <ImportField client={client} state={state} />
    </div>
  );
}

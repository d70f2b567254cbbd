import { CircleX } from "lucide";
import { maskedUrl } from "../../../../model/url";
import { Icon } from "../../../parts/icon";
import { useThrottled } from "../../../parts/throttled";
import type { Store } from "../../../store/store";

/** Which sockets there are may lag this much, in ms. */
const LAG = 400;
const MOST_OFFERED = 50;

/** Addresses of captured sockets, the newest first. */
function captured(store: Store): string[] {
  const urls = store
    .sockets()
    .filter(({ transport, url }) => transport === "WebSocket" && url !== "")
    .map(({ url }) => url);
  return [...new Set(urls.reverse())].slice(0, MOST_OFFERED);
}

function Problem({ id, text }: { id: string; text: string }) {
  return (
    <p class="form-note problem" id={id} role="status">
      {text !== "" && <Icon of={CircleX} size={12} />}
      {text}
    </p>
  );
}

/** The way to an address without typing it. (An `input` with a list of its own would be no textbox any more.) */
function Captured({ store }: { store: Store }) {
  useThrottled(store.version, LAG).value;
  const urls = captured(store);
  if (urls.length === 0) return null;
  return (
    <select
      class="captured-urls"
      aria-label="Captured addresses"
      title="Addresses of captured sockets"
      value=""
      onChange={({ currentTarget }) => {
        store.replay.client.url.value = currentTarget.value;
        currentTarget.value = "";
      }}
    >
      <option value="" hidden />
      {urls.map((url) => (
        <option key={url} value={url}>
          {maskedUrl(url)}
        </option>
      ))}
    </select>
  );
}

/** Where to connect, and with which subprotocols. */
export function AddressFields({ store }: { store: Store }) {
  const { client } = store.replay;
  const address = client.address.value;
  const entered = client.url.value.trim();
  const problem = client.urlProblem.value;
  const protocolsProblem = client.protocolsProblem.value;
  return (
    <>
      <div class="form-field">
        <label for="replay-url">URL</label>
        <div class="url-line">
          <input
            id="replay-url"
            type="text"
            inputMode="url"
            class="data"
            autocomplete="off"
            spellcheck={false}
            placeholder="wss://host/path, or /path of the page"
            aria-invalid={problem !== "" && entered !== ""}
            aria-describedby="replay-url-problem replay-url-address"
            value={client.url.value}
            onInput={({ currentTarget }) => {
              client.url.value = currentTarget.value;
            }}
            onKeyDown={({ key }) => key === "Enter" && client.connect()}
          />
          <Captured store={store} />
        </div>
        <p class="form-note" id="replay-url-address">
          {address !== "" && address !== entered && (
            <>
              Connects to <span class="data">{maskedUrl(address)}</span>
            </>
          )}
        </p>
        <Problem id="replay-url-problem" text={entered === "" ? "" : problem} />
      </div>
      <div class="form-field">
        <label for="replay-protocols">Subprotocols</label>
        <input
          id="replay-protocols"
          type="text"
          class="data"
          autocomplete="off"
          spellcheck={false}
          placeholder="none; several with commas"
          aria-invalid={protocolsProblem !== ""}
          aria-describedby="replay-protocols-problem"
          value={client.protocols.value}
          onInput={({ currentTarget }) => {
            client.protocols.value = currentTarget.value;
          }}
        />
        <Problem id="replay-protocols-problem" text={protocolsProblem} />
      </div>
    </>
  );
}

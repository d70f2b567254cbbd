import { Eye, EyeOff, X } from "lucide";
import { useState } from "preact/hooks";
import { isSecretField } from "../../../../model/secrets/names";
import { Icon } from "../../../parts/icon";
import { IconButton } from "../../../parts/icon-button";
import type { Header } from "../../../store/replay/world";

interface Props {
  header: Header;
  onChange: (header: Header) => void;
  onRemove: () => void;
}

/** A header's name and value; the value of a secret is shown on demand only. */
export function HeaderRow({ header: { name, value }, onChange, onRemove }: Props) {
  const [revealed, setRevealed] = useState(false);
  const secret = isSecretField(name);
  const title = name || "new header";
  return (
    <li class="header-row">
      <input
        type="text"
        class="data"
        list="replay-header-names"
        aria-label="Header name"
        placeholder="Name"
        autocomplete="off"
        spellcheck={false}
        value={name}
        onInput={({ currentTarget }) => onChange({ name: currentTarget.value.trim(), value })}
      />
      <input
        type="text"
        class={secret && !revealed ? "data masked" : "data"}
        aria-label={`Value of ${title}`}
        placeholder="Value"
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={({ currentTarget }) => onChange({ name, value: currentTarget.value })}
      />
      {secret && (
        <IconButton
          name={`${revealed ? "Hide" : "Show"} value of ${title}`}
          onClick={() => setRevealed(!revealed)}
        >
          <Icon of={revealed ? EyeOff : Eye} size={12} />
        </IconButton>
      )}
      <IconButton name={`Remove ${title}`} onClick={onRemove}>
        <Icon of={X} size={12} />
      </IconButton>
    </li>
  );
}

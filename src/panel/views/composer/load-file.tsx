import { FileUp } from "lucide";
import { useRef } from "preact/hooks";
import { Icon } from "../../parts/icon";

/** Opens the browser's choice of a file for the message. */
export function LoadFile({ load }: { load: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="icon-button with-text"
        aria-label="Load file"
        title="Load a file as the message (or drop it here)"
        onClick={() => input.current?.click()}
      >
        <Icon of={FileUp} />
        <span class="button-text">Load file</span>
      </button>
      <input
        ref={input}
        type="file"
        class="unseen"
        aria-label="Message file"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) load(file);
          // Else choosing the same file again would be no change.
          currentTarget.value = "";
        }}
      />
    </>
  );
}

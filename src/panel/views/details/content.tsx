import { useMemo, useState } from "preact/hooks";
import { HexView } from "../../parts/hex-view";
import { JsonTree } from "../../parts/json/json-tree";
import { TextPages } from "../../parts/text-pages";
import { sized } from "../../parts/words/bytes";
import { jsonProblem, readContent } from "./reading";

/** JSON as a tree, else text, else bytes. */
export function Content({ payload }: { payload: string | Uint8Array }) {
  const reading = useMemo(() => readContent(payload), [payload]);
  const [raw, setRaw] = useState(reading.json !== "tree");
  const [refused, setRefused] = useState("");
  const problem = reading.problem || refused;
  const { text } = reading;
  const toggle = () => {
    const late = raw && reading.json === "large" && text !== null ? jsonProblem(text) : "";
    setRefused(late);
    if (late === "") setRaw(!raw);
  };

  if (text === null) return <HexView bytes={payload as Uint8Array} />;
  if (text === "") return <p class="quiet-note">Empty: no bytes of content</p>;
  return (
    <div class="content">
      {reading.json !== "none" && problem === "" && (
        <button type="button" class="plain-button raw-toggle" onClick={toggle}>
          {raw ? "Show tree" : "Show raw text"}
        </button>
      )}
      {((reading.json === "large" && raw) || problem !== "" || typeof payload !== "string") && (
        <div class="content-line">
          {problem !== "" && <span class="warning">Looks like JSON, but is not: {problem}</span>}
          {reading.json === "large" && raw && problem === "" && (
            <span>{sized(text.length)} of JSON: shown as text first</span>
          )}
          {typeof payload !== "string" && <span>Binary, read as UTF-8 text</span>}
        </div>
      )}
      {raw ? <TextPages text={text} /> : <JsonTree text={text} />}
    </div>
  );
}

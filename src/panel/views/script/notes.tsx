import { CircleX, Info, TriangleAlert, Undo2, X } from "lucide";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import { counted } from "../../parts/words/count";
import type { Scripting } from "../../store/script/scripting";

function UndoLine({ scripting: { draft } }: { scripting: Scripting }) {
  const undo = draft.undo.value;
  if (!undo) return null;
  return (
    <div class="script-note">
      <Icon of={Undo2} size={13} />
      <p>{undo.text}.</p>
      <button type="button" class="link-button" onClick={() => draft.takeBack()}>
        Undo
      </button>
      <IconButton name="Dismiss offer" tip="Leave it as it is" onClick={() => draft.settle()}>
        <Icon of={X} size={12} />
      </IconButton>
    </div>
  );
}

/** What became of what was asked, and what can be taken back. */
export function ScriptNotes({ scripting }: { scripting: Scripting }) {
  const note = scripting.note.value;
  const fleeting = scripting.saved.fleeting.value;
  return (
    <>
      {fleeting && (
        <div class="script-note troubled" role="status" aria-label="Storage of scripts">
          <Icon of={TriangleAlert} size={13} />
          <p>{fleeting}</p>
        </div>
      )}
      <div role="status" aria-label="Script note">
        {note && (
          <div class={note.failed ? "script-note failed" : "script-note"}>
            <Icon of={note.failed ? CircleX : Info} size={13} />
            <div class="note-text">
              <p>{note.text}</p>
              {note.problems.length > 0 && (
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
                <ul tabIndex={0} aria-label="Problems of the script">
                  {note.problems.map((problem, index) => (
                    <li key={index}>{problem}</li>
                  ))}
                </ul>
              )}
              {note.rest && (
                <button type="button" class="plain-button" onClick={() => scripting.keepRest()}>
                  Keep the {counted(note.rest.steps.length, "step")} without problems
                </button>
              )}
            </div>
            <IconButton name="Dismiss note" onClick={() => scripting.dismiss()}>
              <Icon of={X} size={12} />
            </IconButton>
          </div>
        )}
        <UndoLine scripting={scripting} />
      </div>
    </>
  );
}

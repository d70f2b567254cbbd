import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The panel's variables reach into the shadow root, so one theme does for light and dark. */
export const richTheme = [
  EditorView.theme({
    "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--field)", fontSize: "11px" },
    "&.cm-focused": { outline: "none" },
    ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "16px", overflow: "auto" },
    ".cm-content": { padding: "4px 0", caretColor: "var(--text)" },
    ".cm-line": { padding: "0 8px" },
    ".cm-line::selection, .cm-line ::selection": { backgroundColor: "var(--selection)" },
    ".cm-specialChar": { color: "var(--warning)" },
    "&.cm-focused .cm-matchingBracket": {
      backgroundColor: "transparent",
      outline: "1px solid var(--control-line)",
    },
    "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", color: "var(--error)" },
    ".cm-lintRange-error": {
      backgroundImage: "none",
      textDecoration: "underline wavy var(--error)",
      textDecorationSkipInk: "none",
    },
    ".cm-lintPoint-error:after": { borderBottomColor: "var(--error)" },
    ".cm-tooltip": {
      border: "0",
      borderRadius: "4px",
      color: "var(--text)",
      backgroundColor: "var(--surface)",
      boxShadow: "var(--shadow)",
      fontFamily: "var(--system)",
      fontSize: "12px",
    },
    ".cm-diagnostic": { padding: "3px 8px", marginLeft: "0" },
    ".cm-diagnostic-error": { borderLeft: "3px solid var(--error)" },
    ".cm-hole": {
      borderRadius: "3px",
      color: "var(--on-pressed)",
      backgroundColor: "var(--pressed)",
    },
    ".cm-hole *": { color: "inherit" },
  }),
  EditorView.theme({
    ".cm-changeGutter": { width: "2px", paddingLeft: "0" },
    ".cm-gutters": { border: "0", backgroundColor: "transparent" },
    "& .cm-changedLineGutter": { background: "var(--sent)" },
    "& .cm-deletedLineGutter": { background: "var(--error)" },
    "& .cm-inlineChangedLineGutter": { background: "var(--sent)" },
    "&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine": {
      backgroundColor: "color-mix(in srgb, var(--sent) 9%, transparent)",
    },
    "& .cm-deletedChunk": {
      paddingLeft: "8px",
      backgroundColor: "color-mix(in srgb, var(--error) 9%, transparent)",
    },
    "&.cm-merge-b .cm-changedText": {
      borderRadius: "2px",
      background: "color-mix(in srgb, var(--sent) 20%, transparent)",
    },
    "& .cm-deletedChunk .cm-deletedText, &.cm-merge-b .cm-deletedText": {
      borderRadius: "2px",
      background: "color-mix(in srgb, var(--error) 20%, transparent)",
      textDecoration: "line-through",
    },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.propertyName, color: "var(--json-key)" },
      { tag: tags.string, color: "var(--json-string)" },
      { tag: tags.number, color: "var(--json-number)" },
      { tag: [tags.bool, tags.null], color: "var(--json-word)" },
    ]),
  ),
];

import { CircleQuestionMark, Funnel, TriangleAlert, X } from "lucide";
import { useId } from "preact/hooks";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import { Popover } from "../../parts/popover";
import type { Store } from "../../store/store";
import type { Landmarks } from "../landmarks";
import { FilterHelp } from "./filter-help";

export function FilterBox({ store, landmarks }: { store: Store; landmarks: Landmarks }) {
  const { query, problems } = store.filtering;
  const id = useId();
  const wrong = problems.value.length > 0;
  const clear = () => {
    query.value = "";
    landmarks.filter.current?.focus();
  };
  return (
    <div class={`filter-box${wrong ? " wrong" : ""}`}>
      <Icon of={wrong ? TriangleAlert : Funnel} size={13} />
      <input
        type="search"
        ref={landmarks.filter}
        aria-label="Filter frames"
        aria-invalid={wrong}
        aria-describedby={wrong ? id : undefined}
        placeholder="Filter"
        title="Filter frames (/ or Ctrl+F)"
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          // Escape would empty the box; here it steps out of it.
          event.preventDefault();
          landmarks.grid.current?.focus();
        }}
      />
      {query.value !== "" && (
        <IconButton name="Clear filter text" onClick={clear}>
          <Icon of={X} size={12} />
        </IconButton>
      )}
      <Popover name="How to filter" face={<Icon of={CircleQuestionMark} size={13} />} align="end">
        <FilterHelp />
      </Popover>
      {wrong && (
        <div class="filter-problems" id={id}>
          {problems.value.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
          <p class="filter-consequence">Searched as plain text.</p>
        </div>
      )}
    </div>
  );
}

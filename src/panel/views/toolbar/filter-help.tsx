const SYNTAX: readonly [string, string][] = [
  ["price", "text in the payload, in any case"],
  ['"two words"', "text with spaces"],
  ["/id: \\d+/i", "regular expression"],
  ["dir:sent", "or dir:received"],
  ["socket:3", "frames of socket #3"],
  ["size>1k", "or size<200; in bytes, k, M"],
  ["is:binary", "or is:text, is:lost, is:unsent"],
  ["-ping", "a minus leaves out what matches"],
];

export function FilterHelp() {
  return (
    <div class="filter-help">
      <p>All terms must match.</p>
      <dl>
        {SYNTAX.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const SYNTAX: readonly [string, string][] = [
  ["price", "text in the payload, in any case"],
  ['"two words"', "text with spaces"],
  ["/id: \\d+/i", "regular expression"],
  ["dir:sent", "or dir:received"],
  ["socket:3", "frames of socket #3"],
  ["name:room.join", 'or name:"the whole name"'],
  ["room:general", 'or room:"the whole name"'],
  ["kind:heartbeat", "message, join, auth, error, system \u2026"],
  ["dialect:phoenix", "what a frame was read as"],
  ["size>1k", "or size<200; in bytes, k, M"],
  ["is:binary", "or is:text, is:lost, is:unsent"],
  ["is:injected", "or is:withheld, is:late: what Sockeye did"],
  ["is:unanswered", "or is:request, is:reply, is:echo, is:unknown, is:invalid"],
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

const HOLES: readonly [string, string][] = [
  ["{{now}}", "the time, in ms since 1970"],
  ["{{now iso}}", "the time, as 2026-04-03T12:01:02Z"],
  ["{{uuid}}", "a random UUID"],
  ["{{random 1 100}}", "a whole number from 1 to 100"],
  ["{{counter}}", "1, 2, 3 \u2026: one more with each sending"],
  ['{{last "room:joined" "payload.id"}}', "what stands there in the last frame of that name"],
];

/** The holes that a template may have. */
export function TemplateHelp() {
  return (
    <div class="template-help">
      <p>Filled in at each sending, as they stand: put quotes around what is a string in JSON.</p>
      <dl>
        {HOLES.map(([hole, meaning]) => (
          <div key={hole}>
            <dt>{hole}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

import type { Say } from '../shared/use-conversation.js';
import { wording } from '../wording.js';

/** What this is, what not to write, and questions to begin with. early.js shows why the page does not work, if it does not. */
export function Welcome({ say }: { say: Say }) {
  const words = wording.ask;
  return (
    <section id="welcome" aria-label={words.introLabel}>
      <p>{words.intro}</p>
      <p class="care">{words.care}</p>
      <noscript>
        <p class="care">{words.noScript}</p>
      </noscript>
      <p id="too-old" class="care" role="alert" hidden>
        {words.tooOld}
      </p>
      <p id="cut-off" class="care" role="alert" hidden>
        {words.cutOff}
      </p>
      <h2 id="examples-title" tabIndex={-1}>
        {words.examplesTitle}
      </h2>
      <ul class="choices" aria-labelledby="examples-title">
        {words.examples.map((text) => (
          <li key={text}>
            <button type="button" class="example" onClick={() => say({ text }, text)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

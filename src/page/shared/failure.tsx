import { wording } from '../wording.js';

type Props = { said: string; again: boolean; retry: () => void };

/** Why something did not come, and the way to try once more if that may help. */
export function Failure({ said, again, retry }: Props) {
  return (
    <article class="message answer failed">
      <h2 class="unseen">{wording.failed.title}</h2>
      <p class="text">{said}</p>
      {again && (
        <div class="actions">
          <button type="button" class="primary" onClick={retry}>
            {wording.failed.again}
          </button>
        </div>
      )}
    </article>
  );
}

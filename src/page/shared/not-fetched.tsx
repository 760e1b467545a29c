import { wording } from '../wording.js';

/** Something that could not be fetched, with the way to try again. */
export const NotFetched = ({ again }: { again: () => void }) => (
  <div role="alert" class="card failed">
    <p>{wording.failed.list}</p>
    <button type="button" class="primary" onClick={again}>
      {wording.failed.again}
    </button>
  </div>
);

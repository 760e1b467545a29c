import { useId, useState } from 'preact/hooks';
import { wording } from '../wording.js';

const words = wording.share;

/** A link to copy; where copying is not allowed it can be taken by hand. */
export function LinkBox({ link }: { link: string }) {
  const [note, setNote] = useState('');
  const id = useId();
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setNote(words.copied),
      () => setNote(words.byHand),
    );
  return (
    <div class="link">
      <label for={id}>{words.link}</label>
      <input id={id} readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      <button type="button" onClick={() => void (navigator.clipboard ? copy() : setNote(words.byHand))}>
        {words.copy}
      </button>
      <p aria-live="polite">{note}</p>
    </div>
  );
}

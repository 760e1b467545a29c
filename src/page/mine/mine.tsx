import { useEffect, useState } from 'preact/hooks';
import { Basis } from '../shared/sources.js';
import { wording } from '../wording.js';
import { forgetAll, history, type Kept } from './history.js';
import { Sure } from './sure.js';

type Again = (text: string, shown: string) => void;

const words = wording.mine;

/** What was asked on this device, and the way to delete it all. */
export function Mine({ again }: { again: Again }) {
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [note, setNote] = useState('');
  useEffect(() => setKept(history()), []);
  const clear = () => {
    forgetAll();
    setKept([]);
    setNote(words.cleared);
    document.getElementById('mine-title')?.focus();
  };
  return (
    <section aria-labelledby="mine-title">
      <h2 id="mine-title" tabIndex={-1}>
        {words.title}
      </h2>
      <p>{words.intro}</p>
      <p role="status">{note}</p>
      {kept.length === 0 && note === '' && <p>{words.none}</p>}
      {kept.length > 0 && (
        <Sure class="danger" label={words.clear} ask={words.sureClear} yes={words.yesClear} act={clear} />
      )}
      <ol class="cards">
        {kept.map((one, i) => (
          <Item key={i} kept={one} again={again} />
        ))}
      </ol>
    </section>
  );
}

function Item({ kept, again }: { kept: Kept; again: Again }) {
  const { scope, day, nation } = wording.reply;
  return (
    <li class="card">
      <h3>{kept.asked}</h3>
      <p class="text">{kept.text}</p>
      <p class="validity">
        {[words.at(kept.day), scope(kept.region || nation), day(kept.on)].map((part) => (
          <span key={part}>{part}　</span>
        ))}
      </p>
      <Basis sources={kept.sources} />
      <button type="button" class="quiet" onClick={() => again(kept.say, kept.asked)}>
        {words.again}
      </button>
    </li>
  );
}

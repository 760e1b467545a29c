import type { WebReply, WebSource } from '../../channels/web/contract.js';
import { wording } from '../wording.js';

const words = wording.reply;

/** For whom and when a reply holds. Replies that state no rule (a greeting, a question) don't need it. */
export function Validity({ reply }: { reply: WebReply }) {
  const { status, sources, region, on, checked } = reply;
  if (sources.length === 0 && !status.startsWith('answered') && status !== 'outcome') return null;
  const parts = [
    words.scope(region?.name ?? words.nation),
    words.day(on),
    ...(checked === '' ? [] : [words.checked(checked)]),
  ];
  return <p class="validity">{parts.map((part, i) => [i > 0 && '　', <span key={part}>{part}</span>])}</p>;
}

/** The documents something rests on, one tap away. */
export function Basis({ sources }: { sources: readonly WebSource[] }) {
  if (sources.length === 0) return null;
  return (
    <details>
      <summary>{words.basis(sources.length)}</summary>
      <ol>
        {sources.map((source) => (
          <Document key={`${source.id} ${source.place}`} source={source} />
        ))}
      </ol>
    </details>
  );
}

const Document = ({ source: { title, number, place, url } }: { source: WebSource }) => (
  <li>
    <span class="part title">{title}</span>
    {number && <span class="part">{number}</span>}
    {place && <span class="part">{place}</span>}
    {url && (
      <a class="part" href={url} target="_blank" rel="noopener noreferrer">
        {words.original}
      </a>
    )}
  </li>
);

import type { Reply } from '../../dialogue/types.js';
import type { Citation } from '../../policy/source.js';
import type { WebAnswer, WebReply, WebSource } from './contract.js';

export type { WebReply } from './contract.js';

/** A link only if it leads to the web: the schema of sources lets any scheme through, `javascript:` too. */
function webUrl(url: string | undefined): string | null {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : null;
}

type Document = Pick<Citation['source'], 'id' | 'title' | 'number' | 'url'> & { readonly place: string };

/** A document with the place in it, for JSON: null where there is no number or no link to the web. */
export const renderSource = ({ id, title, number, url, place }: Document): WebSource => ({
  id,
  title,
  number: number ?? null,
  place,
  url: webUrl(url),
});

const sourcesOf = ({ sources }: Reply): WebSource[] =>
  sources.map(({ source, place }) => renderSource({ ...source, place }));

/** Turns a reply into the JSON of `POST /api/turn`; fields that only the dialogue needs stay behind. `said`: what was typed, masked. */
export function renderReply(reply: Reply, said: string | null): WebReply {
  const { status, blocks, choices, actions, region, on, checked, files, open } = reply;
  return { status, blocks, choices, actions, sources: sourcesOf(reply), region, on, checked, files, open, said };
}

/** Turns the reply to a question of no conversation into JSON: its buttons would lead nowhere, so only their words are kept. */
export function renderAnswer(reply: Reply, entry: string | null): WebAnswer {
  const { status, blocks, choices, region, on, checked } = reply;
  const suggestions = choices.map(({ label }) => label);
  return { status, blocks, sources: sourcesOf(reply), region, on, checked, entry, suggestions };
}

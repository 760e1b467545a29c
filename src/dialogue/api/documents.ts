import type { Source } from '../../policy/source.js';

/** What a result rests on: a document with the place in it. */
export type Document = Pick<Source, 'id' | 'title' | 'number' | 'url'> & { readonly place: string };

type Out = Readonly<Record<string, unknown>>;
type Located = { readonly sources: readonly { readonly id: string; readonly at: string }[] };

/** The documents that the lines of a settlement name, each place once. */
export function documentsOf(out: Out, sources: ReadonlyMap<string, Source>): Document[] {
  const lines = (out['lines'] ?? []) as readonly Located[];
  const named = new Map(lines.flatMap((line) => line.sources).map((one) => [`${one.id} ${one.at}`, one]));
  return [...named.values()].flatMap(({ id, at }) => {
    const source = sources.get(id);
    return source ? [{ id, title: source.title, number: source.number, url: source.url, place: at }] : [];
  });
}

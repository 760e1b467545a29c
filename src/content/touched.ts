import type { Item } from '../flows/flow.js';
import { keysIn, textsOf } from '../flows/marks.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { quotesIn } from '../knowledge/quote.js';
import type { Content } from './content.js';

/** A reply and the facts it is made of: an entry's answers, what a guard says, or an item of a guided task. */
export type Touched = { readonly where: string; readonly title: string; readonly facts: ReadonlySet<string> };

/** Every reply with its facts, by the file it stands in: what changes when a fact does. */
export function repliesOf({ entries, guards, flows, facts }: Content): Touched[] {
  const byKey = (key: string) => [...facts.values()].filter((fact) => fact.key === key).map(({ id }) => id);
  const quoted = (texts: readonly string[]) =>
    texts.flatMap((text) => [...quotesIn(text).facts, ...keysIn(text).flatMap(byKey)]);
  const itemFacts = (item: Item) =>
    new Set([...quoted(textsOf(item).map(({ text }) => text)), ...(item.is === 'compute' ? [] : item.cite)]);
  return [
    ...[...entries.values()].map(({ topic, entry, title, answers }) => ({
      where: `${topic}/${entry}`,
      title,
      facts: new Set(quoted(answers.map(({ text }) => text))),
    })),
    ...guards.map(({ guard, say }) => ({
      where: `guards/${guard}`,
      title: say.slice(0, 20),
      facts: new Set(quoted([say])),
    })),
    ...[...flows.values()].flatMap(({ flow, title, items }) =>
      items.map((item) => ({
        where: `flows/${flow}#${item.is === 'end' ? item.end : item.id}`,
        title,
        facts: itemFacts(item),
      })),
    ),
  ];
}

/** The facts that hold a figure of this region's file. */
export const factsOfRegion = (code: string, { facts }: Pick<Knowledge, 'facts'>): string[] =>
  [...facts.values()]
    .filter(({ scope, from_region }) => scope.includes(code) && Object.keys(from_region).length > 0)
    .map(({ id }) => id);

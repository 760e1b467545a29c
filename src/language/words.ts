import type { Glossary } from './glossary.js';
import { createLexicon, type Lexicon } from './lexicon.js';

/** The glossary's words as finders, by what they tell of a text. */
export type Words = {
  /** Terms and aspects; the id is the concept. */
  readonly concepts: Lexicon;
  readonly kinds: Lexicon;
  readonly insurances: Lexicon;
  readonly fluff: Lexicon;
  /** The group of a concept whose members replace each other in a follow-up. */
  readonly groupOf: (concept: string) => string | undefined;
  /** True if a concept names a kind of person: it belongs to the situation, not to what is asked. */
  readonly isKind: (concept: string) => boolean;
  /** True if a concept is a term of the field, not a mere aspect such as how_long. */
  readonly isTerm: (concept: string) => boolean;
};

/** Prepares the finders of a glossary's words. */
export function createWords({ terms, aspects, kinds, insurances, fluff }: Glossary): Words {
  const forms = <T>(items: readonly T[], says: (item: T) => readonly string[], id: (item: T) => string) =>
    items.flatMap((item) => says(item).map((form) => [form, id(item)] as const));
  const groups = new Map(terms.map((item) => [item.term, item.group]));
  const aspectIds = new Set(aspects.map((item) => item.aspect));
  return {
    concepts: createLexicon([
      ...forms(
        terms,
        (item) => [item.term, ...item.says],
        (item) => item.term,
      ),
      ...forms(
        aspects,
        (item) => item.says,
        (item) => item.aspect,
      ),
    ]),
    kinds: createLexicon(
      forms(
        kinds,
        (item) => item.says,
        (item) => item.kind,
      ),
    ),
    insurances: createLexicon(
      forms(
        insurances,
        (item) => item.says,
        (item) => item.insurance,
      ),
    ),
    fluff: createLexicon(fluff.map((word) => [word, ''] as const)),
    groupOf: (concept) => groups.get(concept),
    isKind: (concept) => groups.get(concept) === 'kind',
    isTerm: (concept) => !aspectIds.has(concept),
  };
}

/** The words of the field that are also found when typed by their sound. */
export function fieldWords({ terms, kinds, insurances }: Glossary): string[] {
  return [
    ...terms.filter((item) => item.sound).flatMap((item) => [item.term, ...item.says]),
    ...kinds.flatMap((item) => item.says),
    ...insurances.flatMap((item) => item.says),
  ];
}

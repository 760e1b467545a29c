import { type Fact, factText } from './fact.js';
import type { Knowledge } from './knowledge.js';

/** What a template names: facts quoted or cited, single figures, documents. */
export type Quotes = {
  readonly facts: readonly string[];
  readonly values: readonly { readonly fact: string; readonly value: string }[];
  readonly documents: readonly string[];
};

const MARK = /\{doc:([a-z0-9-]+)\}|\{([a-z0-9_]+)(?:\.([a-z0-9_]+))?\}|\[([a-z0-9_]+)\]/g;

/** All marks of an answer's template, each fact once, in the order of the text. */
export function quotesIn(template: string): Quotes {
  const facts = new Set<string>();
  const values: { fact: string; value: string }[] = [];
  const documents = new Set<string>();
  for (const [, document, fact, value, cited] of template.matchAll(MARK)) {
    if (document !== undefined) documents.add(document);
    const id = fact ?? cited;
    if (id !== undefined) facts.add(id);
    if (fact !== undefined && value !== undefined) values.push({ fact, value });
  }
  return { facts: [...facts], values, documents: [...documents] };
}

/** A template with its quotes filled in; citation marks vanish. Unknown names were refused when content was loaded. */
export function fill(template: string, knowledge: Pick<Knowledge, 'facts' | 'sources'>): string {
  return template
    .replace(MARK, (whole, document?: string, fact?: string, value?: string) => {
      if (document !== undefined) return documentName(document, knowledge) ?? whole;
      const found = fact === undefined ? undefined : knowledge.facts.get(fact);
      if (!found) return '';
      return value === undefined ? factText(found) : (found.values[value] ?? whole);
    })
    .replace(/。{2,}/g, '。')
    .trim();
}

/** The facts a template rests on, in its order. */
export function citedFacts(template: string, knowledge: Pick<Knowledge, 'facts'>): Fact[] {
  return quotesIn(template).facts.flatMap((id) => knowledge.facts.get(id) ?? []);
}

function documentName(id: string, { sources }: Pick<Knowledge, 'sources'>): string | undefined {
  const source = sources.get(id);
  return source && `《${source.title}》${source.number ? `（${source.number}）` : ''}`;
}

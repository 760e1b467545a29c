import type { WebForm } from '../../channels/web/contract.js';

type Loose = { readonly [name in string]?: unknown } | null | undefined;

const loose = (part: unknown): Loose => (typeof part === 'object' ? (part as Loose) : undefined);

/** True if a reply to a form has the shape of a settlement, so far as showing it relies on it. */
export function isForm(reply: unknown): reply is WebForm {
  const form = loose(reply);
  const settlement = loose(form?.['settlement']);
  const lists = [
    settlement?.['lines'],
    settlement?.['missing'],
    settlement?.['assumed'],
    loose(form?.['compare'])?.['rows'],
    form?.['documents'],
  ];
  return lists.every(Array.isArray) && typeof loose(form?.['choices']) === 'object';
}

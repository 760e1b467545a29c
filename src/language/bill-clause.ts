import type { Span } from './bill-types.js';

/** The part of a text between two marks of punctuation that a stretch stands in. */
export function clauseOf(text: string, { start, end }: Span): string {
  const before = /[^,。;!?\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const after = /^[^,。;!?\n]*/.exec(text.slice(end))?.[0] ?? '';
  return before + text.slice(start, end) + after;
}

/** The sentence that a stretch stands in. */
export function sentenceOf(text: string, { start, end }: Span): string {
  const before = /[^。;!?\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const after = /^[^。;!?\n]*[?]?/.exec(text.slice(end))?.[0] ?? '';
  return before + text.slice(start, end) + after;
}

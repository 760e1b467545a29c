/** `pre` and `quote` are blocks: neighbouring paragraphs of one stand in it together. */
export type Tag = 'b' | 'i' | 'pre' | 'quote';

/** A run of text with at most one mark. Markup is made last, so no cut can ever fall inside a tag. */
export type Span = { readonly text: string; readonly tag?: Tag; readonly href?: string };

/** A paragraph. */
export type Line = readonly Span[];

// A lone half of a pair makes Telegram refuse the whole message.
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** One span of text as Telegram takes it. */
export function span(text: string, mark: { tag?: Tag; href?: string } = {}): Span {
  return { text: text.replace(/\r\n?/g, '\n').replace(LONE_SURROGATE, '\uFFFD'), ...mark };
}

/** A text as paragraphs without marks. */
export const linesOf = (text: string): Line[] =>
  span(text)
    .text.split('\n')
    .map((line) => [{ text: line }]);

/** What a reader sees: the part Telegram counts. */
export const visible = (spans: Line): string => spans.map(({ text }) => text).join('');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

const escapeAttribute = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const OPENING: Readonly<Record<Tag, string>> = { b: '<b>', i: '<i>', pre: '<pre>', quote: '<blockquote expandable>' };
const CLOSING: Readonly<Record<Tag, string>> = { b: '</b>', i: '</i>', pre: '</pre>', quote: '</blockquote>' };

function spanToHtml({ text, tag, href }: Span): string {
  if (text === '') return '';
  if (href !== undefined) return `<a href="${escapeAttribute(href)}">${escapeText(text)}</a>`;
  return tag === undefined ? escapeText(text) : `${OPENING[tag]}${escapeText(text)}${CLOSING[tag]}`;
}

/** Spans of the same mark next to each other as one: two blocks in a row would stand apart. */
function merged(spans: Line): Span[] {
  const all: Span[] = [];
  for (const piece of spans) {
    const last = all.at(-1);
    const isSame = last !== undefined && last.tag === piece.tag && last.href === undefined && piece.href === undefined;
    if (isSame) all[all.length - 1] = { ...last, text: last.text + piece.text };
    else if (piece.text !== '') all.push(piece);
  }
  return all;
}

/** The same in Telegram's HTML. */
export const toHtml = (spans: Line): string => merged(spans).map(spanToHtml).join('');

const isBlock = (tag: Tag | undefined): boolean => tag === 'pre' || tag === 'quote';

/** The break between two paragraphs; inside a block it belongs to the block. */
export function breakBetween(before: Line, after: Line): Span {
  const tag = before.at(-1)?.tag;
  return tag !== undefined && isBlock(tag) && after[0]?.tag === tag ? { text: '\n', tag } : { text: '\n' };
}

/** The first `length` UTF-16 units, and the rest, each with its marks. */
export function splitAt(spans: Line, length: number): readonly [Line, Line] {
  const head: Span[] = [];
  const rest: Span[] = [];
  let left = length;
  for (const piece of spans) {
    if (left > 0) head.push({ ...piece, text: piece.text.slice(0, left) });
    if (piece.text.length > left) rest.push({ ...piece, text: piece.text.slice(Math.max(left, 0)) });
    left -= piece.text.length;
  }
  return [head, rest];
}

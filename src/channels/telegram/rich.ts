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

/** The length of an escaped text, without writing it. */
function escapedLength(text: string): number {
  let length = text.length;
  for (const [sign] of text.matchAll(/[&<>]/g)) length += (ENTITIES[sign]?.length ?? 1) - 1;
  return length;
}

const escapeAttribute = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const OPENING: Readonly<Record<Tag, string>> = { b: '<b>', i: '<i>', pre: '<pre>', quote: '<blockquote expandable>' };
const CLOSING: Readonly<Record<Tag, string>> = { b: '</b>', i: '</i>', pre: '</pre>', quote: '</blockquote>' };

function spanToHtml({ text, tag, href }: Span): string {
  if (text === '') return '';
  if (href !== undefined) return `<a href="${escapeAttribute(href)}">${escapeText(text)}</a>`;
  return tag === undefined ? escapeText(text) : `${OPENING[tag]}${escapeText(text)}${CLOSING[tag]}`;
}

/** Spans of the same mark stand in one element: two blocks in a row would stand apart. */
const isOneWith = (before: Span | undefined, { tag, href }: Span): boolean =>
  before !== undefined && before.tag === tag && before.href === undefined && href === undefined;

const withText = (spans: Line): Span[] => spans.filter(({ text }) => text !== '');

/** The same in Telegram's HTML. */
export function toHtml(spans: Line): string {
  const elements: Span[][] = [];
  for (const piece of withText(spans)) {
    const last = elements.at(-1);
    if (last && isOneWith(last.at(-1), piece)) last.push(piece);
    else elements.push([piece]);
  }
  return elements
    .map(([first, ...more]) => (first ? spanToHtml({ ...first, text: visible([first, ...more]) }) : ''))
    .join('');
}

const lengths = new WeakMap<Span, { readonly text: number; readonly mark: number }>();

/** The length of a span's escaped text, and of the marks around it. */
function lengthOf(piece: Span) {
  const known = lengths.get(piece);
  if (known) return known;
  const made = { text: escapedLength(piece.text), mark: spanToHtml({ ...piece, text: '.' }).length - 1 };
  lengths.set(piece, made);
  return made;
}

/** How long the text and its HTML are, without writing them: a message is measured many times before it is packed. */
export function measure(spans: Line): { readonly shown: number; readonly html: number } {
  let shown = 0;
  let html = 0;
  let before: Span | undefined;
  for (const piece of spans) {
    if (piece.text === '') continue;
    const { text, mark } = lengthOf(piece);
    shown += piece.text.length;
    html += text + (isOneWith(before, piece) ? 0 : mark);
    before = piece;
  }
  return { shown, html };
}

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

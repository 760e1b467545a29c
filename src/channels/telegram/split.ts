import { breakBetween, type Line, measure, type Span, splitAt, visible } from './rich.js';

/** Telegram's limit after its entities are read. */
export const MAX_TEXT = 4_096;
// Undocumented: very long markup is refused though the text is short enough (tdlib #165, #374 met it near 9,500).
const MAX_MARKUP = 9_000;

function fits(spans: Line): boolean {
  const { shown, html } = measure(spans);
  return shown <= MAX_TEXT && html <= MAX_MARKUP;
}

const LONGEST_SIGN = 64;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

function mostThatFits(line: Line): number {
  if (fits(splitAt(line, MAX_TEXT)[0])) return MAX_TEXT;
  let low = 1;
  let high = MAX_TEXT;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(splitAt(line, middle)[0])) low = middle;
    else high = middle - 1;
  }
  return low;
}

function betweenPairs(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? at - 1 : at;
}

/** Where to cut: after a sentence if one ends late enough, else a clause, else between two characters as people see them. */
function borderOf(line: Line): number {
  const text = visible(line);
  const most = mostThatFits(line);
  const half = Math.floor(most / 2);
  // Anchored: without ^ a text that has no stop is searched from each of its characters.
  for (const stop of [/^.*[。！？；!?;]/s, /^.*[，、：\s]/s]) {
    const end = stop.exec(text.slice(half, most))?.[0].length;
    if (end !== undefined) return half + end;
  }
  const start = graphemes.segment(text.slice(0, most + LONGEST_SIGN)).containing(most)?.index ?? 0;
  return start > half ? start : betweenPairs(text, most);
}

function cut(line: Line): Line[] {
  const pieces: Line[] = [];
  let rest = line;
  while (!fits(rest)) {
    const [head, tail] = splitAt(rest, borderOf(rest));
    pieces.push(head);
    rest = tail;
  }
  return [...pieces, rest];
}

const join = (lines: readonly Line[]): Span[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [breakBetween(lines[index - 1] ?? [], line), ...line]));

function addBlock(messages: Line[], block: readonly Line[]): void {
  const lines = block.flatMap(cut);
  const whole = join(lines);
  const parts = fits(whole) ? [whole] : lines;
  parts.forEach((part, index) => {
    const last = messages.at(-1);
    const longer = last && [...last, index === 0 ? { text: '\n\n' } : breakBetween(last, part), ...part];
    if (longer && fits(longer)) messages[messages.length - 1] = longer;
    else messages.push(part);
  });
}

/** Packs blocks into as few messages as fit, cut between blocks, else between paragraphs, else inside one; nothing is lost. */
export function pack(blocks: readonly (readonly Line[])[]): Line[] {
  const messages: Line[] = [];
  for (const block of blocks) addBlock(messages, block);
  return messages.filter((message) => visible(message).trim() !== '');
}

import type { Line } from '../../dialogue/types.js';
import { columns } from '../terminal/columns.js';

/** As many half-width columns as a phone shows of a line in its fixed-width font. */
const WIDTH = 32;
const NARROWEST = 4;
const WIDE_SPACE = '\u3000';

/** A label in pieces of at most `room` columns. */
function pieces(label: string, room: number): string[] {
  const all = [''];
  for (const sign of label) {
    const last = all.at(-1) ?? '';
    if (columns(last) + columns(sign) > room) all.push(sign);
    else all[all.length - 1] = last + sign;
  }
  return all;
}

/** Filled up with wide spaces: on a phone a Chinese letter is often not as wide as two digits, but all of them are alike. */
function filled(label: string, room: number): string {
  const left = room - columns(label);
  return label + ' '.repeat(left % 2) + WIDE_SPACE.repeat(Math.floor(left / 2));
}

/** A settlement as the rows of a table: the label, then the amount flush right; a long label goes on in the next row. */
export function tableOf(lines: readonly Pick<Line, 'label' | 'value'>[]): string[] {
  const amount = Math.max(0, ...lines.map(({ value }) => value.length));
  const widest = Math.max(0, ...lines.map(({ label }) => columns(label)));
  const room = Math.max(NARROWEST, Math.min(widest, WIDTH - 1 - amount));
  return lines.flatMap(({ label, value }) => {
    const rows = pieces(label, room);
    return rows.map((row, i) => (i < rows.length - 1 ? row : `${filled(row, room)} ${value.padStart(amount)}`));
  });
}

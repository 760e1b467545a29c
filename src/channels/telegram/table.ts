import type { Line } from '../../dialogue/types.js';
import { columns } from '../terminal/columns.js';

/** As many half-width columns as a phone shows of a line in its fixed-width font. */
const WIDTH = 32;
const NARROWEST = 4;
const WIDE_SPACE = '\u3000';

/** Parts joined as far as `room` columns let them. */
function packed(parts: Iterable<string>, room: number): string[] {
  const all = [''];
  for (const part of parts) {
    const last = all.at(-1) ?? '';
    if (columns(last) + columns(part) > room) all.push(part);
    else all[all.length - 1] = last + part;
  }
  return all.filter((row) => row !== '');
}

/** A label in rows of at most `room` columns, broken before a bracket where that will do. */
const rowsOf = (label: string, room: number): string[] =>
  packed(
    label.split(/(?=（)/).flatMap((part) => packed(part, room)),
    room,
  );

/** Filled up with wide spaces: on a phone a Chinese letter is often not as wide as two digits, but all of them are alike. */
function filled(label: string, room: number): string {
  const left = room - columns(label);
  return label + ' '.repeat(left % 2) + WIDE_SPACE.repeat(Math.floor(left / 2));
}

/** A settlement as the rows of a table: the label, then the amount flush right; a long label goes on in the next row. */
export function tableOf(lines: readonly Pick<Line, 'label' | 'value'>[]): string[] {
  const amount = Math.max(0, ...lines.map(({ value }) => value.length));
  const widest = Math.max(0, ...lines.map(({ label }) => columns(label)));
  const most = Math.max(NARROWEST, WIDTH - 1 - amount);
  const room = Math.min(widest, most - (most % 2));
  return lines.flatMap(({ label, value }) => {
    const rows = rowsOf(label, room);
    return rows.map((row, i) => (i < rows.length - 1 ? row : `${filled(row, room)} ${value.padStart(amount)}`));
  });
}

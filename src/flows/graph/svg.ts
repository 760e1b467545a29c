import type { Flow } from '../flow.js';
import { type Row, rowsOf } from './rows.js';
import { escaped, linesOf } from './text.js';

const FONTS = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";
const WIDTH = 880;
const SPINE = 250;
const BOX = { left: 290, width: 560, padding: 14, gap: 22 };
const TITLE = { size: 16, line: 24 };
const DETAIL = { size: 13, line: 20 };
const HEAD = 76;

const COLOURS: Readonly<Record<Row['kind'], { fill: string; stroke: string; radius: number }>> = {
  question: { fill: '#eef4ff', stroke: '#2b5cb3', radius: 6 },
  compute: { fill: '#f4f0fa', stroke: '#6a4a9c', radius: 0 },
  end: { fill: '#eaf6ee', stroke: '#22743d', radius: 22 },
};

/** A row with its lines and its place in the picture. */
type Laid = Row & {
  readonly y: number;
  readonly height: number;
  readonly titles: string[];
  readonly lines: string[];
  readonly whens: string[];
};

/** A picture of a flow as the list it is: conditions left of the line, questions on it, ends leading off it. */
export function svgOf(flow: Flow): string {
  const rows: Laid[] = [];
  for (const row of rowsOf(flow)) rows.push(laid(row, bottomOf(rows)));
  const height = bottomOf(rows) + 10;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(flow.title)}" font-family="${FONTS}">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    texts([flow.title], { x: 24, y: 38, size: 20, line: 26, fill: '#111111', weight: 700 }),
    texts([flow.summary], { x: 24, y: 60, size: 13, line: 20, fill: '#555555' }),
    `<line x1="${SPINE}" y1="${HEAD}" x2="${SPINE}" y2="${(rows.at(-1)?.y ?? HEAD) + 20}" stroke="#888888" stroke-width="2"/>`,
    ...rows.map(drawn),
    '</svg>',
    '',
  ].join('\n');
}

const bottomOf = (rows: readonly Laid[]): number => {
  const last = rows.at(-1);
  return last ? last.y + last.height + BOX.gap : HEAD;
};

function laid(row: Row, y: number): Laid {
  const inner = BOX.width - 2 * BOX.padding;
  const titles = linesOf(row.title, inner / TITLE.size);
  const lines = row.details.flatMap((detail) => linesOf(detail, inner / DETAIL.size));
  const whens = linesOf(row.when, (SPINE - 40) / DETAIL.size);
  const words = titles.length * TITLE.line + lines.length * DETAIL.line + 2 * BOX.padding - 4;
  return { ...row, y, titles, lines, whens, height: Math.max(words, whens.length * DETAIL.line + 12) };
}

function drawn({ kind, y, height, titles, lines, whens }: Laid): string {
  const { fill, stroke, radius } = COLOURS[kind];
  const dashed = whens.length > 0 ? ' stroke-dasharray="6 4"' : '';
  const at = y + Math.min(height / 2, 22);
  const x = BOX.left + BOX.padding;
  const first = y + BOX.padding + TITLE.size - 2;
  return [
    `<line x1="${SPINE}" y1="${at}" x2="${BOX.left}" y2="${at}" stroke="${stroke}" stroke-width="2"${dashed}/>`,
    `<circle cx="${SPINE}" cy="${at}" r="5" fill="${stroke}"/>`,
    `<rect x="${BOX.left}" y="${y}" width="${BOX.width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`,
    texts(whens, { x: 24, y: y + 22, size: DETAIL.size, line: DETAIL.line, fill: '#7a4a00' }),
    texts(titles, {
      x,
      y: first,
      size: TITLE.size,
      line: TITLE.line,
      fill: '#111111',
      weight: kind === 'end' ? 700 : 500,
    }),
    texts(lines, {
      x,
      y: first + titles.length * TITLE.line - 2,
      size: DETAIL.size,
      line: DETAIL.line,
      fill: '#333333',
    }),
  ].join('\n');
}

type Style = { x: number; y: number; size: number; line: number; fill: string; weight?: number };

const texts = (lines: readonly string[], { x, y, size, line, fill, weight = 400 }: Style): string =>
  lines
    .map(
      (text, i) =>
        `<text x="${x}" y="${y + i * line}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(text)}</text>`,
    )
    .join('\n');

import { Decimal } from 'decimal.js';
import type { Share } from './shares.js';

const WIDTH = 720;
const MARGIN = 36;
const BAR = { top: 92, height: 64 };
const ROW = { first: 204, height: 52 };
const FONT = 'Noto Sans SC';

/** Told apart without colours too: by their order, and by the light ones being the person's. */
const FUND_COLOURS = ['#00508f', '#3b7dbd', '#5f9ea0', '#7fb3a2', '#9bbf8a', '#b9c27a'];
const OWN_COLOURS = ['#e08a1e', '#f2b866'];

/** The words of the picture; the figures are put between. */
export type PictureWords = { readonly total: string; readonly unit: string };

type Coloured = Share & { readonly colour: string };

function coloured(shares: readonly Share[]): Coloured[] {
  let funds = 0;
  let own = 0;
  return shares.map((share) => {
    const colour = share.byPerson
      ? OWN_COLOURS[own++ % OWN_COLOURS.length]
      : FUND_COLOURS[funds++ % FUND_COLOURS.length];
    return { ...share, colour: colour ?? '#777777' };
  });
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const write = (x: number, y: number, size: number, text: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-family="${FONT}" font-size="${size}" fill="#1a1a1a" ${more}>${escaped(text)}</text>`;

/** The parts side by side, as wide as their share; a thin gap between them. */
function bar(parts: readonly Coloured[], total: Decimal): string[] {
  const room = WIDTH - 2 * MARGIN;
  let before = new Decimal(0);
  return parts.map(({ amount, colour }) => {
    const x = before.div(total).times(room).plus(MARGIN);
    const width = Decimal.max(amount.div(total).times(room).minus(2), 1);
    before = before.plus(amount);
    return `<rect x="${x.toFixed(1)}" y="${BAR.top}" width="${width.toFixed(1)}" height="${BAR.height}" fill="${colour}"/>`;
  });
}

function row({ label, amount, colour }: Coloured, total: Decimal, index: number): string {
  const y = ROW.first + index * ROW.height;
  const percent = amount.div(total).times(100).toFixed(1);
  const right = WIDTH - MARGIN;
  return [
    `<rect x="${MARGIN}" y="${y - 22}" width="26" height="26" fill="${colour}"/>`,
    write(MARGIN + 40, y, 26, label),
    write(right - 110, y, 26, amount.toFixed(2), 'text-anchor="end"'),
    write(right, y, 26, `${percent}%`, 'text-anchor="end"'),
  ].join('');
}

/** A bar of who pays what, with a row for each payer, as SVG text. `shares` must not be empty. */
export function svgOf(shares: readonly Share[], { total: heading, unit }: PictureWords): string {
  const total = shares.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
  const parts = coloured(shares);
  const height = ROW.first + parts.length * ROW.height - 8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    write(MARGIN, 60, 30, `${heading} ${total.toFixed(2)}${unit}`),
    ...bar(parts, total),
    ...parts.map((part, index) => row(part, total, index)),
    '</svg>',
  ].join('');
}

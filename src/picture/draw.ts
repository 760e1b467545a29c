import { fileURLToPath } from 'node:url';
import { type PaidLine, sharesOf } from './shares.js';
import { type PictureWords, svgOf } from './svg.js';

/** The one font, cut down to the signs of our labels: `scripts/subset-font.ts` makes it. */
export const FONT_FILE = fileURLToPath(new URL('../../assets/fonts/NotoSansSC-labels.ttf', import.meta.url));

/** Twice as many points as the drawing has: phones show it sharp. */
const ZOOM = 2;

/** Draws who pays what of a settlement as PNG. Rejects if nothing of it is settled or the renderer is not installed. */
export async function drawShares(lines: readonly PaidLine[], words: PictureWords): Promise<Uint8Array> {
  const shares = sharesOf(lines);
  if (shares.length === 0) throw new RangeError('nothing is settled: there are no shares to draw');
  // Loaded at the first picture: most starts never need it.
  const { Resvg } = await import('@resvg/resvg-js');
  const font = { fontFiles: [FONT_FILE], loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' };
  return new Resvg(svgOf(shares, words), { font, fitTo: { mode: 'zoom', value: ZOOM } }).render().asPng();
}

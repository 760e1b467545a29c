import { LABELS } from '../calculator/wording.js';
import { pictureWording, wording } from '../dialogue/wording.js';
import { drawShares } from '../picture/draw.js';
import type { PaidLine } from '../picture/shares.js';

/** Draws a settlement as channels show it, as PNG. */
export const drawSettlement = (lines: readonly PaidLine[]): Promise<Uint8Array> => drawShares(lines, pictureWording);

/** Every sign a picture may show, each once: what its font must hold. */
export function signsOfPictures(): string[] {
  const texts = [...Object.values(LABELS), wording.estimate.given, ...Object.values(pictureWording)];
  return [...new Set([...texts.join(''), ...'（）()0123456789.,-% '])].sort();
}

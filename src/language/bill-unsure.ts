import { Decimal } from 'decimal.js';
import type { Figure } from './bill-figure.js';

const ROUGH = /[一二两三四五六七八九]{2}[百千万](?![一二三四五六七八九\d])|(?<![\d.])\d[、,]\d[百千万](?!\d)/g;

/** A dash after a figure is a range, one with spaces around it a separator. */
const MINUS = /(?:(?<![\d元块万千百%)-] ?)[-−](?! )|负的?)¥?$/;

/** Figures that name no one value: 五六万, 5、6万. */
export function roughIn(text: string): Figure[] {
  return [...text.matchAll(ROUGH)].map(({ index, 0: raw }) => ({
    ...{ start: index, end: index + raw.length, raw },
    ...{ value: new Decimal(0), kind: 'yuan', aside: false, wrong: 'contradiction' },
  }));
}

/** Marks negative figures; minus signs before all of several figures are marks of a list. */
export function withSigns(text: string, figures: readonly Figure[]): Figure[] {
  const signs = new Map(
    figures.flatMap((figure) => {
      const sign = MINUS.exec(text.slice(0, figure.start))?.[0];
      return sign === undefined ? [] : [[figure, sign] as const];
    }),
  );
  const list = signs.size > 1 && signs.size === figures.length && !text.includes('负');
  return list ? [...figures] : figures.map((figure) => negative(figure, signs.get(figure)));
}

function negative(figure: Figure, sign: string | undefined): Figure {
  if (sign === undefined) return figure;
  return { ...figure, start: figure.start - sign.length, raw: `${sign}${figure.raw}`, wrong: 'negative' };
}

import type { RegionCode } from '../policy/region.js';

/** A group of provinces or cities named as one: 京津冀. */
export type Area = {
  readonly name: string;
  readonly codes: readonly RegionCode[];
  readonly start: number;
  readonly end: number;
};

const AREAS: Readonly<Record<string, readonly RegionCode[]>> = {
  京津冀: ['110000', '120000', '130000'],
  长三角: ['310000', '320000', '330000', '340000'],
  川渝: ['510000', '500000'],
  成渝: ['510000', '500000'],
  东三省: ['210000', '220000', '230000'],
  东北三省: ['210000', '220000', '230000'],
  珠三角: ['440100', '440300', '440400', '440600', '440700', '441200', '441300', '441900', '442000'],
};

const AREA = new RegExp(Object.keys(AREAS).join('|'), 'g');

/** The groups of provinces named in a folded text. */
export function areas(text: string): readonly Area[] {
  return [...text.matchAll(AREA)].map(({ 0: name, index }) => ({
    name,
    codes: AREAS[name] ?? [],
    start: index,
    end: index + name.length,
  }));
}

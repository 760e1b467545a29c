import { describe, expect, test } from 'vitest';
import { answer, type Mode } from '../../src/calculator/machine.js';

const judge = { regions: new Map(), isPlace: () => true };
const rules = {
  deductible: 1000,
  ratio: {
    mode: 'segments',
    bounds: 'including_deductible',
    segments: [
      { to: 10000, ratio: 0.8 },
      { to: 50000, ratio: 0.9 },
    ],
  },
};

const ask = (mode: Mode, inScope: number | string, more: object = {}, extra: object = {}) =>
  answer(
    mode,
    { case: { filing: 'at_home', cost: { inScope } }, rules: { ...rules, ...more }, ...extra },
    judge,
    '2026-11-29',
  );

describe('a table of ratios that ends is known up to there', () => {
  test('to the last yuan it is settled', () => {
    expect(ask('settle', 50000)).toMatchObject({ pool: '43200.00', missing: [] });
  });

  test('a fen more and the ratio is missing, with the amount up to which it is known; the lines end before it', () => {
    const out = ask('settle', '50000.01') as { lines: { id: string }[] };
    expect(out).toMatchObject({ pool: null, fund: null, self: null });
    expect(out).toMatchObject({ missing: [{ key: 'inpatient.ratio', text: expect.stringContaining('50000元') }] });
    expect(out.lines.map(({ id }) => id)).toEqual(['in_scope', 'deductible']);
  });

  test('a ceiling that is reached inside the table makes the rest of it needless', () => {
    expect(ask('settle', 60000, { ceiling: 43000 })).toMatchObject({ pool: '43000.00', missing: [] });
    expect(ask('settle', 60000, { ceiling: 43200 })).toMatchObject({ pool: '43200.00', missing: [] });
    expect(ask('settle', 60000, { ceiling: 43201 })).toMatchObject({ pool: null });
  });

  test('the bill behind a payment is still found', () => {
    expect(ask('inverse', 0, {}, { target: { fund: 9000 }, solve: 'total' })).toMatchObject({
      low: '12000',
      high: '12000',
    });
    expect(ask('inverse', 0, {}, { target: { fund: 50000 }, solve: 'total' })).toHaveProperty('error');
  });
});

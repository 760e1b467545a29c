import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/calculator/amount.js';
import { judgeOf, type Out, region, settled } from '../support.js';
import { cost, request, share, yuan } from './arbitraries.js';
import { check, D, fen, withRule } from './laws.js';

describe('a settlement', () => {
  it('adds up to the bill', () => {
    check(request, (one) => {
      const out = settled(one);
      expect(out.missing).toEqual([]);
      expect(fen(out, 'fund') + fen(out, 'self')).toBe(fen(out, 'total'));
      expect(fen(out, 'account') + fen(out, 'cash')).toBe(fen(out, 'self'));
    });
  });

  it('never pays more than the cost in scope, and nothing below zero', () => {
    check(request, (one) => {
      const out = settled(one);
      expect(fen(out, 'fund')).toBeLessThanOrEqual(fen(out, 'inScope'));
      for (const { value } of out.lines) expect(Number(value)).toBeGreaterThanOrEqual(0);
    });
  });

  it('is the sum of its payers', () => {
    check(request, (one) => {
      const { lines, fund } = settled({ ...one, rules: { ...one.rules, rounding: 'line' } });
      const payers = new Set(['pool', 'large', 'serious_illness', 'aid', 'tilted_aid', 'supplement']);
      const paid = lines.filter(({ id }) => payers.has(id)).reduce((sum, { value }) => sum.plus(value), new Decimal(0));
      expect(paid.toFixed(2)).toBe(fund);
    });
  });

  it('takes every part of the bill out of its scope', () => {
    check(request, (one) => {
      const { lines, total, inScope } = settled({ ...one, rules: { ...one.rules, rounding: 'line' } });
      const parts = lines.filter(({ id }) => ['own_funded', 'class_b', 'over_limit'].includes(id));
      expect(parts.reduce((left, { value }) => left.minus(value), D(total)).toFixed(2)).toBe(inScope);
    });
  });

  it('leaves its request as it is, and is the same again', () => {
    check(
      request,
      (one) => {
        const before = JSON.stringify(one);
        expect(settled(one)).toEqual(settled(one));
        expect(JSON.stringify(one)).toBe(before);
      },
      50,
    );
  });

  it('is the same by rules of a region and by rules of the caller, but for who says so', () => {
    check(
      fc.record({ deductible: yuan(3_000), ratio: share(0.3, 1), bill: cost }),
      (one) => {
        const entry = (value: string) =>
          `[{ history: [{ from: 2020-01-01, value: "${value}", source: { id: a, at: "1" } }] }]`;
        const city = region(
          '990100',
          `  inpatient.deductible: ${entry(one.deductible)}\n  inpatient.ratio: ${entry(one.ratio)}`,
        );
        const held = settled({ case: { region: '990100', filing: 'at_home', cost: one.bill } }, judgeOf(city));
        const given = settled({
          case: { filing: 'at_home', cost: one.bill },
          rules: { deductible: one.deductible, ratio: one.ratio },
        });
        const figures = ({ lines }: Out) => lines.map(({ id, value, working }) => [id, value, working]);
        expect(figures(held)).toEqual(figures(given));
      },
      50,
    );
  });
});

describe('rounding', () => {
  it('by line and at the end differ by a few fen at most', () => {
    check(request, (one) => {
      const [line, end] = [settled(withRule(one, { rounding: 'line' })), settled(withRule(one, { rounding: 'end' }))];
      expect(Math.abs(fen(line, 'fund') - fen(end, 'fund'))).toBeLessThanOrEqual(6);
    });
  });
});

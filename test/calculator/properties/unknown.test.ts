import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, settled } from '../support.js';
import { deductible, more, request, share, yuan } from './arbitraries.js';
import { check, D, withRule } from './laws.js';

describe('what is not known', () => {
  const unknown = fc.record({
    low: share(0, 0.5),
    span: share(0, 0.5),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it('has a range that holds every result inside the bounds', () => {
    check(
      fc.tuple(request, unknown, yuan(2_000), yuan(2_000), fc.double({ min: 0, max: 1, noNaN: true })),
      ([one, { low, span, at }, start, width, there]) => {
        const high = D(low).plus(span);
        const top = D(start).plus(width);
        const bounds = [
          { key: 'ratio', low, high: high.toFixed() },
          { key: 'deductible', low: start, high: top.toFixed() },
        ];
        const { fund, self } = ask('range', { ...one, unknown: bounds }) as Record<
          string,
          { low: string; high: string }
        >;
        const inside = {
          ratio: D(low).plus(D(span).times(at)).toFixed(6),
          deductible: D(start).plus(D(width).times(there)).toFixed(2),
        };
        const out = settled(withRule(one, inside));
        for (const [interval, value] of [
          [fund, out.fund],
          [self, out.self],
        ] as const) {
          expect(Number(value)).toBeGreaterThanOrEqual(Number(interval?.low));
          expect(Number(value)).toBeLessThanOrEqual(Number(interval?.high));
        }
      },
      100,
    );
  });

  it('is found back: the ends settle to the figure, the neighbours outside do not', () => {
    const simple = fc.record({ inScope: yuan(200_000), deductible, ratio: share(0.2, 1), extra: more });
    check(
      simple,
      ({ inScope, extra, ...rules }) => {
        const one = (amount: string) => ({
          case: { age: 50, cost: { inScope: amount } },
          rules: { ...extra, ...rules },
        });
        const { fund } = settled(one(inScope));
        const found = ask('inverse', { ...one(inScope), target: { fund }, solve: 'total' }) as {
          low: string;
          high: string;
        };
        expect(D(found.low).lessThanOrEqualTo(inScope) && D(found.high).greaterThanOrEqualTo(inScope)).toBe(true);
        for (const end of [found.low, found.high]) expect(settled(one(end)).fund).toBe(fund);
        for (const beside of [D(found.low).minus('0.01'), D(found.high).plus('0.01')]) {
          if (!beside.isNegative() && beside.lessThanOrEqualTo(1e9))
            expect(settled(one(beside.toFixed())).fund).not.toBe(fund);
        }
      },
      60,
    );
  });

  it('is found back for a ratio and a deductible', () => {
    const simple = fc.record({ inScope: yuan(200_000, 4_000), deductible: yuan(3_000), ratio: share(0.2, 1) });
    check(
      simple,
      ({ inScope, ...rules }) => {
        const one = { case: { cost: { inScope } }, rules };
        const { self } = settled(one);
        for (const solve of ['ratio', 'deductible'] as const) {
          const found = ask('inverse', { ...one, target: { self }, solve }) as { low: string; high: string };
          expect(D(found.low).lessThanOrEqualTo(rules[solve]) && D(found.high).greaterThanOrEqualTo(rules[solve])).toBe(
            true,
          );
        }
      },
      60,
    );
  });
});

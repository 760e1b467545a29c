import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/calculator/amount.js';
import { settled } from '../support.js';
import { request, segments, yuan } from './arbitraries.js';
import { check, D, fen, withCase, withRule } from './laws.js';

describe('a year', () => {
  const rules = fc.record({
    deductible: yuan(3_000).map((amount) => ({ mode: 'yearly', amount })),
    ratio: fc.record({ mode: fc.constant('segments'), bounds: fc.constant('annual'), segments }),
    ceiling: fc.oneof(
      yuan(200_000),
      yuan(200_000).map((amount) => ({ on: 'cost', amount })),
    ),
  });

  it('of several bills comes to the same as one bill', () => {
    check(fc.tuple(rules, fc.array(yuan(80_000), { minLength: 2, maxLength: 4 })), ([pack, bills]) => {
      let used = { deductible: D('0'), inScope: D('0'), pool: D('0') };
      for (const inScope of bills) {
        const written = Object.fromEntries(Object.entries(used).map(([name, amount]) => [name, amount.toFixed()]));
        const out = settled({ case: { used: written, cost: { inScope } }, rules: pack });
        const taken = out.lines.find(({ id }) => id === 'deductible')?.value;
        used = {
          deductible: used.deductible.plus(D(taken)),
          inScope: used.inScope.plus(inScope),
          pool: used.pool.plus(D(out.pool)),
        };
      }
      const whole = settled({ case: { cost: { inScope: used.inScope.toFixed() } }, rules: pack });
      expect(Math.abs(used.pool.minus(D(whole.pool)).toNumber())).toBeLessThanOrEqual(0.01 * bills.length);
    });
  });

  it('never pays more than its ceiling', () => {
    check(
      fc.tuple(request, yuan(100_000), fc.array(yuan(200_000), { minLength: 1, maxLength: 4 })),
      ([one, ceiling, bills]) => {
        let pool = D('0');
        for (const inScope of bills) {
          const out = settled(
            withRule(withCase(one, { cost: { inScope }, used: { pool: pool.toFixed() } }), {
              ceiling,
              rounding: 'line',
            }),
          );
          pool = pool.plus(D(out.pool));
        }
        expect(pool.lessThanOrEqualTo(ceiling)).toBe(true);
      },
    );
  });

  it('never looks at more cost than a ceiling on cost', () => {
    check(fc.tuple(yuan(100_000), fc.array(yuan(80_000), { minLength: 1, maxLength: 4 })), ([amount, bills]) => {
      let [pool, inScope] = [D('0'), D('0')];
      for (const bill of bills) {
        const out = settled({
          case: { used: { inScope: inScope.toFixed() }, cost: { inScope: bill } },
          rules: { deductible: 0, ratio: 1, ceiling: { on: 'cost', amount } },
        });
        [pool, inScope] = [pool.plus(D(out.pool)), inScope.plus(bill)];
      }
      expect(pool.toFixed(2)).toBe(Decimal.min(amount, inScope).toFixed(2));
    });
  });
});

describe('a stay over New Year', () => {
  const days = fc.record({ daysBefore: fc.integer({ min: 1, max: 40 }), daysAfter: fc.integer({ min: 1, max: 40 }) });

  it('adds up to the same bill, and one deductible is never dearer than two', () => {
    check(
      fc.tuple(request, days),
      ([one, crossYear]) => {
        const whole = settled(one);
        const split = (rule: string) =>
          settled(
            withRule(withCase(one, { crossYear: { ...crossYear, usedAfter: {} } }), {
              cross_year: { mode: 'by_days', deductible: rule },
              deductible: '1000',
              rounding: 'line',
            }),
          );
        const [once, each] = [split('once'), split('each')];
        expect(fen(once, 'total')).toBe(fen(whole, 'total'));
        expect(fen(once, 'fund') + fen(once, 'self')).toBe(fen(once, 'total'));
        expect(fen(once, 'account') + fen(once, 'cash')).toBe(fen(once, 'self'));
        expect(fen(once, 'fund')).toBeGreaterThanOrEqual(fen(each, 'fund'));
      },
      100,
    );
  });
});

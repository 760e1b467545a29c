import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, settled } from '../support.js';
import { request, share, yuan } from './arbitraries.js';
import { check, fen, withRule } from './laws.js';

describe('ways of being treated', () => {
  it('keep the order that the rule declares', () => {
    const ways = [
      { mode: 'same' },
      { mode: 'points', points: 5 },
      { mode: 'points', points: 10 },
      { mode: 'points', points: 20 },
      { mode: 'none' },
    ];
    const factors = [1, 0.9, 0.8, 0.5].map((factor) => ({ mode: 'factor', factor }));
    const shares = [0, 0.1, 0.2, 0.4].map((rate) => ({ mode: 'self_first', share: rate }));
    check(
      request,
      (one) => {
        for (const list of [ways, factors, shares]) {
          const funds = list.map((rule) => fen(settled(withRule(one, { out_of_area: rule })), 'fund'));
          expect(funds).toEqual([...funds].sort((a, b) => b - a));
        }
      },
      60,
    );
  });

  it('points, a factor and a share paid first come to different sums, unless they must not', () => {
    const one = fc.record({
      inScope: yuan(300_000, 20_000),
      start: yuan(3_000, 100),
      rate: share(0.5, 0.95),
      off: fc.constantFrom(5, 10, 20, 30),
    });
    check(one, ({ inScope, start, rate, off }) => {
      const fund = (rule: object) =>
        fen(
          settled({
            case: { kind: 'referral', cost: { inScope } },
            rules: { deductible: start, ratio: rate, out_of_area: rule },
          }),
          'fund',
        );
      const points = fund({ mode: 'points', points: off });
      const factor = fund({ mode: 'factor', factor: 1 - off / 100 });
      const first = fund({ mode: 'self_first', share: off / 100, when: 'before_deductible' });
      const after = fund({ mode: 'self_first', share: off / 100, when: 'after_deductible' });
      expect(points).toBeLessThan(factor);
      expect(first).toBeLessThan(factor);
      expect(points).not.toBe(first);
      expect(Math.abs(after - factor)).toBeLessThanOrEqual(1);
    });
  });

  it('compared are what they are alone', () => {
    check(
      request,
      (one) => {
        const { rows } = ask('compare', one) as {
          rows: { kind: string | null; filing: string; fund: string; self: string }[];
        };
        for (const { kind, filing, fund, self } of rows) {
          const { kind: _, filing: __, ...rest } = one.case as Record<string, unknown>;
          const alone = settled({ ...one, case: { ...rest, ...(kind && { kind }), filing } });
          expect({ fund, self }).toEqual({ fund: alone.fund, self: alone.self });
        }
      },
      40,
    );
  });
});

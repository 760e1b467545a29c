import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settled } from '../support.js';
import { request, share, yuan } from './arbitraries.js';
import { check, D, fen, withCase, withRule } from './laws.js';

describe('more', () => {
  const pair = fc.tuple(yuan(300_000), yuan(50_000));
  const scope = (one: { case: object; rules: object }, inScope: string) => withCase(one, { cost: { inScope } });

  /** A deductible that grows with the bill, against cost that a ceiling cuts off: there a larger bill may well be paid less of. */
  const outgrowsItsCap = ({ rules }: { rules: object }): boolean =>
    /"share_of_bill"|"deductible_share"/.test(JSON.stringify(rules)) && /"on":"cost"/.test(JSON.stringify(rules));

  it('cost in scope never means less fund, and hardly less own share', () => {
    check(fc.tuple(request, pair), ([one, [low, extra]]) => {
      if (outgrowsItsCap(one)) return;
      const [small, large] = [scope(one, low), scope(one, D(low).plus(extra).toFixed(2))].map((r) => settled(r));
      if (!small || !large) throw new Error('unreachable');
      expect(fen(large, 'fund')).toBeGreaterThanOrEqual(fen(small, 'fund'));
      expect(fen(large, 'self')).toBeGreaterThanOrEqual(fen(small, 'self') - 3);
    });
  });

  it('deductible never means more fund', () => {
    check(fc.tuple(request, yuan(3_000), yuan(3_000)), ([one, low, extra]) => {
      const less = settled(withRule(one, { deductible: low }));
      const greater = settled(withRule(one, { deductible: D(low).plus(extra).toFixed(2) }));
      expect(fen(greater, 'fund')).toBeLessThanOrEqual(fen(less, 'fund'));
    });
  });

  it('ratio never means less fund', () => {
    check(fc.tuple(request, share(), share()), ([one, a, b]) => {
      const [low, high] = Number(a) < Number(b) ? [a, b] : [b, a];
      const small = settled(withRule(one, { ratio: low }));
      expect(fen(settled(withRule(one, { ratio: high })), 'fund')).toBeGreaterThanOrEqual(fen(small, 'fund'));
    });
  });

  it('ceiling never means less from the pool', () => {
    check(fc.tuple(request, yuan(100_000), yuan(100_000)), ([one, low, extra]) => {
      const small = settled(withRule(one, { ceiling: low }));
      const large = settled(withRule(one, { ceiling: D(low).plus(extra).toFixed(2) }));
      expect(fen(large, 'pool')).toBeGreaterThanOrEqual(fen(small, 'pool'));
    });
  });

  it('layers never mean less fund', () => {
    check(fc.tuple(request, share()), ([one, rate]) => {
      const { supplement: _, ...rules } = one.rules as Record<string, unknown>;
      const without = settled({ ...one, rules });
      expect(fen(settled({ ...one, rules: { ...rules, supplement: { ratio: rate } } }), 'fund')).toBeGreaterThanOrEqual(
        fen(without, 'fund'),
      );
    });
  });
});

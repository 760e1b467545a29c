import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, settled } from '../support.js';
import { fenText, request } from './arbitraries.js';
import { evaluate } from './evaluate.js';
import { check, D, withRule } from './laws.js';

describe('a sheet', () => {
  it('that is our own settlement agrees', () => {
    check(request, (one) => {
      const { lines, total, fund } = settled(one);
      const printed = { total, fund, ...Object.fromEntries(lines.map(({ id, value }) => [id, value])) };
      expect(ask('reconcile', { ...one, printed, tolerance: '0.005' })).toEqual({ agrees: true, first: null });
    });
  });

  it('with one figure changed differs there', () => {
    check(
      fc.tuple(request, fc.nat(), fc.integer({ min: 1, max: 100_000 })),
      ([one, pick, off]) => {
        const { lines } = settled({ ...one, rules: { ...one.rules, rounding: 'line' } });
        const line = lines[pick % lines.length];
        const printed = { [line?.id ?? '']: fenText(Math.round(Number(line?.value) * 100) + off) };
        expect(
          ask('reconcile', { ...one, rules: { ...one.rules, rounding: 'line' }, printed, tolerance: 0 }),
        ).toMatchObject({ agrees: false, first: { id: line?.id } });
      },
      60,
    );
  });
});

describe('a working', () => {
  it('comes to the figure beside it', () => {
    const exact = [
      'own_funded',
      'class_b',
      'over_limit',
      'in_scope',
      'self_first',
      'pool',
      'ceiling',
      'large',
      'serious_illness',
      'aid',
      'supplement',
      'self',
      'cash',
    ];
    let seen = 0;
    check(request, (one) => {
      for (const { id, working, value } of settled(withRule(one, { rounding: 'line' })).lines) {
        const [sum = '', ...rest] = working.split(' = ');
        const worth = exact.includes(id) ? evaluate(sum) : undefined;
        if (worth === undefined) continue;
        seen += 1;
        const claimed = rest.length === 0 ? D(value) : D(/^[\d.]+/.exec(rest.join(''))?.[0]);
        expect(worth.minus(claimed).abs().toNumber()).toBeLessThanOrEqual(0.021);
        const most = /最多付([\d.]+)$/.exec(working)?.[1];
        if (most !== undefined) expect(D(most).toFixed(2)).toBe(value);
      }
    });
    expect(seen).toBeGreaterThan(600);
  });
});

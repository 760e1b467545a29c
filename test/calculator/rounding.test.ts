import { describe, expect, it } from 'vitest';
import { amountOf, assumedIn, settled, usual } from './support.js';

describe('rounding', () => {
  const bill = (rules: object) =>
    settled({
      case: { kind: 'referral', cost: { total: '1000.01', classB: [{ amount: '333.33' }, { amount: '77.77' }] } },
      rules: {
        class_b: '0.15',
        deductible: '100',
        ratio: '0.8333',
        out_of_area: { mode: 'self_first', share: '0.1', when: 'before_deductible' },
        ...rules,
      },
    });

  it('to the fen at the end of each line, half up', () => {
    // 50.00 + 11.67 prepaid (49.9995, 11.6655); 938.34 in scope; 93.83 first; 744.51 × 0.8333 = 620.400…
    const out = bill({ rounding: 'line' });
    expect(out).toMatchObject({ inScope: '938.34', pool: '620.40', self: '379.61' });
    expect(amountOf(out, 'class_b')).toBe('61.67');
    expect(amountOf(out, 'self_first')).toBe('93.83');
    expect(assumedIn(out)).not.toContain('rounded_by_line');
  });

  it('only at the end of all', () => {
    // 61.665 prepaid; 938.345 in scope; 93.8345 first; 744.5105 × 0.8333 = 620.40059…
    const out = bill({ rounding: 'end' });
    expect(out).toMatchObject({ inScope: '938.35', pool: '620.40', self: '379.61' });
    expect(amountOf(out, 'class_b')).toBe('61.67');
    expect(assumedIn(out)).not.toContain('rounded_by_line');
  });

  it('by line where nobody says, and that is told if anything was rounded', () => {
    expect(assumedIn(bill({}))).toContain('rounded_by_line');
    expect(assumedIn(settled(usual()))).not.toContain('rounded_by_line');
  });

  it('the two differ where halves meet', () => {
    const rules = (rounding: string) => ({
      deductible: '0',
      ratio: '0.5',
      aid: { ratio: '0.5' },
      supplement: { ratio: '0.5' },
      rounding,
    });
    expect(settled({ case: { cost: { inScope: '0.05' } }, rules: rules('line') }).fund).toBe('0.05');
    expect(settled({ case: { cost: { inScope: '0.05' } }, rules: rules('end') }).fund).toBe('0.04');
  });

  it('what has two decimals or fewer was not rounded', () => {
    for (const inScope of ['100.25', '100.5', '100'])
      expect(assumedIn(settled({ case: { cost: { inScope } }, rules: { deductible: 0, ratio: 1 } }))).not.toContain(
        'rounded_by_line',
      );
  });

  it('of a figure with many digits hangs on all of them', () => {
    // 200000000.0049999999996…: kept to twenty digits it would be half a fen, and go up
    const bill = {
      case: { cost: { inScope: '300000000.01' } },
      rules: { deductible: 0, ratio: '0.66666666666111111111' },
    };
    expect(settled(bill).fund).toBe('200000000.00');
  });

  it('half a fen goes up', () => {
    expect(settled({ case: { cost: { inScope: '0.01' } }, rules: { deductible: 0, ratio: '0.5' } }).fund).toBe('0.01');
    expect(settled({ case: { cost: { inScope: '0.01' } }, rules: { deductible: 0, ratio: '0.49' } }).fund).toBe('0.00');
  });
});

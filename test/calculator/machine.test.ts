import { describe, expect, it } from 'vitest';
import { inputSchema, MODES, schemas } from '../../src/calculator/machine.js';
import { ask, usual } from './support.js';

describe('the schemas that callers read', () => {
  it('are one for each mode, small enough to read', () => {
    expect(Object.keys(schemas())).toEqual([...MODES]);
    for (const schema of Object.values(schemas())) expect(JSON.stringify(schema).length).toBeLessThan(60_000);
  });

  it('name what the mode takes beside case and rules, and what must be there', () => {
    const names = Object.entries(schemas()).map(([mode, schema]) => {
      const { properties, required } = schema as { properties: object; required: string[] };
      return [mode, Object.keys(properties), required];
    });
    expect(names).toEqual([
      ['settle', ['case', 'rules'], ['case']],
      ['compare', ['case', 'rules'], ['case']],
      ['range', ['case', 'rules', 'unknown'], ['case']],
      ['inverse', ['case', 'rules', 'target', 'solve'], ['case', 'target', 'solve']],
      ['reconcile', ['case', 'rules', 'printed', 'tolerance'], ['case', 'printed']],
    ]);
  });

  it('takes what its mode takes, and nothing of another', () => {
    const target = { target: { fund: 1 }, solve: 'total' };
    expect(inputSchema('inverse').safeParse({ ...usual(), ...target }).success).toBe(true);
    expect(inputSchema('settle').safeParse({ ...usual(), ...target }).success).toBe(false);
    expect(ask('settle', { ...usual(), ...target })['error']).toMatchObject({ code: 'bad_input', field: 'target' });
  });
});

describe('one answer', () => {
  it('has everything a settlement has', () => {
    expect(
      ask(
        'settle',
        usual({ filing: 'at_home', on: '2026-06-01', setting: 'inpatient', admission: 1, used: { pool: 0 } }),
      ),
    ).toEqual({
      lines: [
        { id: 'in_scope', label: '政策范围内费用', working: '20000', value: '20000.00', whose: 'care', sources: [] },
        { id: 'deductible', label: '起付线', working: '1000', value: '1000.00', whose: 'given', sources: [] },
        {
          id: 'pool',
          label: '统筹基金支付',
          working: '(20000 − 1000) × 85%',
          value: '16150.00',
          whose: 'given',
          sources: [],
        },
        { id: 'self', label: '个人负担', working: '20000 − 16150', value: '3850.00', whose: 'insured', sources: [] },
      ],
      total: '20000.00',
      inScope: '20000.00',
      pool: '16150.00',
      fund: '16150.00',
      self: '3850.00',
      account: '0.00',
      cash: '3850.00',
      assumed: [
        { code: 'paid_from_scope_only', text: '只给了政策范围内的金额，范围外的自费没有算进个人负担。' },
        { code: 'no_ceiling', text: '没有封顶线的资料，没有算封顶。' },
      ],
      missing: [],
    });
  });

  it('needs no case where a sheet is held against itself', () => {
    expect(ask('reconcile', { printed: {} })).toEqual({ agrees: true, first: null });
    expect(ask('settle', {})['error']).toMatchObject({ field: 'case' });
    expect(ask('reconcile', { printed: {}, case: 5 })['error']).toMatchObject({ field: 'case' });
  });

  it('to what is no request at all names what its mode asks for first', () => {
    for (const input of [undefined, null, 'hello', [5]]) {
      expect(ask('settle', input)['error']).toMatchObject({ code: 'bad_input', field: '' });
      expect(ask('inverse', input)['error']).toMatchObject({ code: 'bad_input', field: 'target' });
    }
  });

  it('writes money with two decimals, and shares as they are', () => {
    const unknown = [
      { key: 'ratio', low: '0.123456', high: 1 },
      { key: 'deductible', low: 5, high: '10.5' },
    ];
    expect(ask('range', { ...usual(), unknown })).toMatchObject({
      fund: { low: '2467.82', high: '19995.00' },
      unknown: [
        { low: '0.123456', high: '1' },
        { low: '5', high: '10.5' },
      ],
    });
  });
});

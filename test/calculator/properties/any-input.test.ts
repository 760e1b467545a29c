import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODES } from '../../../src/calculator/machine.js';
import { isProblem, readRequest } from '../../../src/calculator/request.js';
import { settle } from '../../../src/calculator/settle.js';
import { ask, judgeOf, TODAY } from '../support.js';
import { outOfArea, ratio, request, share, yuan } from './arbitraries.js';
import { check, withCase, withRule } from './laws.js';

describe('any input', () => {
  const isAnswer = (out: Readonly<Record<string, unknown>>) =>
    ['lines', 'rows', 'fund', 'low', 'agrees', 'error'].some((name) => name in out);

  it('of JSON is answered in every mode', () => {
    check(
      fc.tuple(fc.constantFrom(...MODES), fc.jsonValue()),
      ([mode, input]) => {
        expect(isAnswer(ask(mode, input))).toBe(true);
      },
      1000,
    );
  });

  it('that is nearly right is answered in every mode', () => {
    const odd = fc.oneof(
      fc.jsonValue(),
      yuan(1_000),
      share(),
      fc.constantFrom(null, -1, '0', [], {}, { mode: 'flat' }, { toString: 1 }, 'inpatient', 1e30, '__proto__'),
    );
    const spoilt = (value: unknown, at: readonly number[], put: unknown): unknown => {
      if (at.length === 0 || typeof value !== 'object' || value === null) return put;
      const [first = 0, ...rest] = at;
      const names = Object.keys(value);
      const name = names[first % Math.max(names.length, 1)] ?? '__proto__';
      const inner = spoilt((value as Record<string, unknown>)[name], rest, put);
      return Array.isArray(value)
        ? value.map((item, i) => (String(i) === name ? inner : item))
        : { ...value, [name]: inner };
    };
    const extra = {
      unknown: [{ key: 'ratio', low: 0, high: 1 }],
      target: { fund: 5 },
      solve: 'ratio',
      printed: { pool: 5 },
      tolerance: 1,
    };
    const given = (mode: string, one: object) => {
      const names =
        { range: ['unknown'], inverse: ['target', 'solve'], reconcile: ['printed', 'tolerance'] }[mode] ?? [];
      return { ...one, ...Object.fromEntries(Object.entries(extra).filter(([name]) => names.includes(name))) };
    };
    const input = fc.tuple(
      fc.constantFrom(...MODES),
      request,
      fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 5 }),
      odd,
    );
    check(
      input,
      ([mode, one, at, put]) => {
        expect(isAnswer(ask(mode, spoilt(given(mode, one), at, put)))).toBe(true);
      },
      600,
    );
  });

  it('that was read is settled without an error, by any rules together', () => {
    check(
      fc.tuple(request, outOfArea, ratio, fc.constantFrom('filed', 'not_filed', 'at_home', undefined)),
      ([one, away, back, filing]) => {
        const read = readRequest(
          withRule(withCase(one, { filing }), { return_visit: away, 'chronic.ratio': back }),
          judgeOf(),
        );
        if (isProblem(read)) throw new Error(read.message);
        const { lines } = settle(judgeOf().regions, read, TODAY);
        for (const line of lines) expect(line.working()).not.toMatch(/NaN|undefined|Infinity/);
      },
    );
  });
});

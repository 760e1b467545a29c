import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, type Position, walk } from '../../src/flows/walk.js';
import { COMPUTATIONS, ENV, exampleFlow, flowOf, flowWith } from './example.js';

const flow = exampleFlow();
const at = (answers: Answers) => walk(flow, answers, ENV);

/** Where a position is, in one word. */
const where = (position: Position) => (position.at === 'end' ? position.item.end : position.item.id);

describe('a walk', () => {
  test.each<[Answers, string, string[]]>([
    [{}, 'insured_region', []],
    [{ insured_region: '150100' }, 'purpose', ['insured_region']],
    [{ purpose: 'referral' }, 'insured_region', []],
    [{ insured_region: '150100', purpose: 'emergency' }, 'emergency_first', ['insured_region', 'purpose']],
    [{ insured_region: '150100', purpose: 'long_term' }, 'file_long_term', ['insured_region', 'purpose']],
    [{ insured_region: '150100', purpose: 'referral' }, 'admitted_on', ['insured_region', 'purpose']],
    [
      { insured_region: '150100', purpose: 'referral', admitted_on: '2026-11-01' },
      'file_temporary',
      ['insured_region', 'purpose', 'admitted_on'],
    ],
  ])('%o stands at %s', (answers, place, path) => {
    const position = at(answers);
    expect(where(position)).toBe(place);
    expect(position.path).toEqual(path);
  });

  test.each<[string, Answers]>([
    ['a choice that is gone', { insured_region: '150100', purpose: 'withdrawn' }],
    ['不知道 where it is no answer', { insured_region: '150100', purpose: 'unknown' }],
  ])('%s counts as no answer', (_, answers) => {
    expect(where(at(answers))).toBe('purpose');
  });

  test.each([
    ['region', '呼和浩特'],
    ['date', '2026-02-30'],
    ['yesno', 'true'],
    ['money', '1e5'],
    ['money', '-1'],
    ['percent', '1.01'],
    ['number', 'NaN'],
  ])('a %s is not %s', (type, value) => {
    expect(where(walk(flowWith(`[{ id: a, type: ${type}, ask: 问 }]`), { a: value }, ENV))).toBe('a');
  });

  test.each([
    ['region', '410000-provincial'],
    ['date', '2026-02-28'],
    ['yesno', 'no'],
    ['money', '12000.5'],
    ['percent', '0.85'],
    ['number', '3'],
  ])('a %s can be %s', (type, value) => {
    expect(where(walk(flowWith(`[{ id: a, type: ${type}, ask: 问 }]`), { a: value }, ENV))).toBe('last');
  });

  test('an amount keeps to its bounds, both included', () => {
    const bounded = flowWith('[{ id: a, type: number, ask: 问, min: "1", max: "9.5" }]');
    const place = (a: string) => where(walk(bounded, { a }, ENV));
    expect(['0.99', '1', '9.5', '9.51'].map(place)).toEqual(['a', 'last', 'last', 'a']);
  });

  test('a refused answer counts as none, on the day it is refused', () => {
    const answers = { insured_region: '150100', purpose: 'referral', admitted_on: '2026-11-22' };
    expect(where(at(answers))).toBe('admitted_on');
    expect(where(walk(flow, answers, { ...ENV, today: '2026-11-23' }))).toBe('file_temporary');
  });

  test('what does not apply is ignored, and decides nothing', () => {
    const skipping = flowWith(`
      - { id: a, type: yesno, ask: 问 }
      - { id: b, type: yesno, ask: 问, when: { a: yes } }
      - { end: early, title: 早, when: { b: yes } }
    `);
    expect(where(walk(skipping, { a: 'no', b: 'yes' }, ENV))).toBe('last');
    expect(where(walk(skipping, { a: 'yes', b: 'yes' }, ENV))).toBe('early');
  });

  test('only choices that apply are offered and accepted', () => {
    const choosing = flowWith(`
      - { id: a, type: yesno, ask: 问 }
      - { id: b, type: choice, ask: 问, choices: [{ id: x, label: 甲 }, { id: y, label: 乙, when: { a: yes } }] }
    `);
    const position = walk(choosing, { a: 'no', b: 'y' }, ENV);
    expect(position.at === 'question' && position.item.type === 'choice' && position.item.choices).toEqual([
      expect.objectContaining({ id: 'x' }),
    ]);
    expect(where(walk(choosing, { a: 'yes', b: 'y' }, ENV))).toBe('last');
  });

  test('a question that need not be asked is passed over, but an answer to it counts', () => {
    const optional = flowWith(`
      - { id: a, type: money, ask: 问, optional: true }
      - { id: b, type: yesno, ask: 问, optional: { a: { answered: true } } }
    `);
    expect(walk(optional, {}, ENV)).toMatchObject({ item: { id: 'b' }, path: [], progress: { done: 0, of: 1 } });
    expect(walk(optional, { a: '5' }, ENV)).toMatchObject({ item: { end: 'last' }, path: ['a'] });
    expect(walk(optional, { a: 'five', b: 'no' }, ENV)).toMatchObject({ known: { b: 'no' } });
    expect(walk(optional, { a: '5', b: 'no' }, ENV)).toMatchObject({ known: { a: '5', b: 'no' } });
  });

  test('不知道 goes on where it is allowed', () => {
    const open = flowWith('[{ id: a, type: date, ask: 问, unknown: true }]');
    expect(walk(open, { a: 'unknown' }, ENV)).toMatchObject({ at: 'end', known: { a: 'unknown' } });
  });
});

describe('at an end', () => {
  const end = (purpose: string) => at({ insured_region: '150100', purpose, admitted_on: '2026-11-01' });

  test('only what applies is shown', () => {
    expect(end('referral')).toMatchObject({ checklist: [{ id: 'card' }, { id: 'note' }], notes: [] });
    expect(end('other_temporary')).toMatchObject({
      checklist: [{ id: 'card' }],
      deadlines: [{ id: 'late' }],
      notes: [{ text: '未转诊比例更低。' }],
    });
  });

  test('a deadline needs the day it runs from', () => {
    const open = flowWith(`
      - { id: day, type: date, ask: 问, unknown: true }
      - { end: x, title: 完, when: { day: { answered: true } }, deadlines: [{ id: d, title: 期限, after: day, period: 1个月 }] }
    `);
    expect(walk(open, { day: 'unknown' }, ENV)).toMatchObject({ item: { end: 'x' }, deadlines: [] });
    expect(walk(open, { day: '2026-01-01' }, ENV)).toMatchObject({ deadlines: [{ id: 'd' }] });
  });

  test('what was answered and computed is known', () => {
    expect(end('referral')).toMatchObject({
      computed: { 'ratio.percent': '85%', 'ratio.band': 'high' },
      known: { insured_region: '150100', purpose: 'referral', 'ratio.band': 'high' },
    });
  });
});

describe('a computation', () => {
  const tested = (compute: string, when: string) =>
    flowWith(`[{ id: c, compute: ${compute} }, { end: tested, title: 完, when: ${when} }]`);

  test('decides by its outputs', () => {
    expect(where(walk(tested('payment_ratio', '{ c.band: low }'), {}, ENV))).toBe('tested');
    expect(where(walk(tested('payment_ratio', '{ c.band: high }'), {}, ENV))).toBe('last');
  });

  test.each(['broken', 'liar', 'missing'])('%s gives nothing, and the walk goes on', (name) => {
    const position = walk(tested(name, '{ c.state: { answered: true } }'), {}, ENV);
    expect(where(position)).toBe('last');
    expect(position.computed).toEqual({});
  });

  test('gets slots, constants, outputs and the day; an input not named is the slot of that name; 不知道 is not given', () => {
    const seen: unknown[] = [];
    const spy = {
      inputs: ['slot', 'fixed', 'output', 'dunno', 'absent', 'a', 'b'],
      outputs: {},
      run: (args: object, env: object) => {
        seen.push(args, env);
        return {};
      },
    };
    const spied = flowWith(`
      - { id: a, type: yesno, ask: 问 }
      - { id: b, type: yesno, ask: 问, unknown: true }
      - { id: first, compute: payment_ratio, with: { filing: { value: referral } } }
      - { id: second, compute: spy, with: { slot: a, fixed: { value: yes }, output: first.percent, dunno: b, absent: c } }
    `);
    walk(spied, { a: 'yes', b: 'unknown' }, { ...ENV, computations: { ...COMPUTATIONS, spy } });
    expect(seen).toEqual([
      { slot: 'yes', fixed: 'yes', output: '85%', dunno: undefined, absent: undefined, b: undefined, a: 'yes' },
      { today: ENV.today },
    ]);
  });
});

describe('progress', () => {
  const progress = (answers: Answers) => {
    const position = at(answers);
    return position.at === 'question' ? position.progress : undefined;
  };

  test('counts the questions that may come', () => {
    expect(progress({})).toEqual({ done: 0, of: 3 });
    expect(progress({ insured_region: '150100' })).toEqual({ done: 1, of: 3 });
    expect(progress({ insured_region: '150100', purpose: 'referral' })).toEqual({ done: 2, of: 3 });
  });

  test('leaves out what can no longer be asked', () => {
    const branching = flowWith(`
      - { id: a, type: yesno, ask: 问 }
      - { id: b, type: yesno, ask: 问 }
      - { id: c, type: yesno, ask: 问, when: { a: yes } }
      - { end: early, title: 完, when: { a: no } }
      - { id: d, type: yesno, ask: 问 }
    `);
    const of = (answers: Answers) => {
      const position = walk(branching, answers, ENV);
      return position.at === 'question' && position.progress.of;
    };
    expect([of({}), of({ a: 'yes' }), of({ a: 'no' })]).toEqual([4, 4, 2]);
  });
});

describe('whatever is answered', () => {
  const answers = fc.record(
    {
      insured_region: fc.constantFrom('150100', '110000', 'nonsense'),
      purpose: fc.constantFrom('long_term', 'referral', 'emergency', 'other_temporary', 'withdrawn'),
      admitted_on: fc.constantFrom('2026-11-01', '2026-11-22', '2027-01-01', 'unknown'),
      unasked: fc.string(),
    },
    { requiredKeys: [] },
  );

  test('the same answers stand at the same place, and none are changed', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const before = structuredClone(given);
        expect(at(given)).toEqual(at(given));
        expect(given).toEqual(before);
      }),
    );
  });

  test('without the last answer, exactly that question is asked', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const last = at(given).path.at(-1);
        if (last === undefined) return;
        const { [last]: _, ...rest } = given as Record<string, string>;
        expect(where(at(rest))).toBe(last);
        expect(at(rest).path).toEqual(at(given).path.slice(0, -1));
      }),
    );
  });

  test('an answer never changes what comes before its question', () => {
    fc.assert(
      fc.property(
        answers,
        fc.constantFrom('insured_region', 'purpose', 'admitted_on'),
        fc.string(),
        (given, slot, value) => {
          const one = at(given).path;
          const other = at({ ...given, [slot]: value }).path;
          const place = one.indexOf(slot);
          if (place >= 0) expect(other.slice(0, place)).toEqual(one.slice(0, place));
        },
      ),
    );
  });

  test('what the path holds is enough: other answers do not matter', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { path, known } = at(given);
        const kept = Object.fromEntries(path.map((slot) => [slot, known[slot] ?? '']));
        expect(at(kept)).toEqual(at(given));
      }),
    );
  });
});

test('a flow without an end that applies is refused aloud', () => {
  const endless = flowOf(
    '{ flow: x, title: 题, summary: 题, triggers: [示例], reviewed: 2025-01-01, items: [{ end: a, title: 完, when: { b: yes } }] }',
  );
  expect(() => walk(endless, {}, ENV)).toThrow(RangeError);
});

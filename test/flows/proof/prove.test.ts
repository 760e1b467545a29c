import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proveFlow } from '../../../src/flows/proof/prove.js';
import { walk } from '../../../src/flows/walk.js';
import { COMPUTATIONS, ENV, exampleFlow, flowOf, flowWith } from '../example.js';

/** What is wrong with a flow of these items, as `place code detail`. */
const wrong = (items: string) =>
  proveFlow(flowWith(items), COMPUTATIONS).problems.map(({ at, code, detail }) => `${at.join('.')} ${code} ${detail}`);

/** The ways through a flow of these items, one line each. */
const ways = (items: string) => {
  const { problems, paths } = proveFlow(flowWith(items), COMPUTATIONS);
  expect(problems).toEqual([]);
  return paths.map((path) => path.join(' '));
};

const YES_NO = '{ id: a, type: yesno, ask: 问 }';
const CHOICE = '{ id: c, type: choice, ask: 问, choices: [{ id: x, label: 甲 }, { id: y, label: 乙 }] }';
const end = (when: string) => `{ end: e, title: 完, when: ${when} }`;

describe('a sound flow', () => {
  test('the example has its four ways', () => {
    expect(proveFlow(exampleFlow(), COMPUTATIONS)).toEqual({
      problems: [],
      paths: [
        ['insured_region=*', 'purpose=long_term', 'file_long_term'],
        ['insured_region=*', 'purpose=referral', 'admitted_on=*', 'file_temporary'],
        ['insured_region=*', 'purpose=emergency', 'emergency_first'],
        ['insured_region=*', 'purpose=other_temporary', 'admitted_on=*', 'file_temporary'],
      ],
    });
  });

  test.each<[string, string, string[]]>([
    ['what nothing tests does not branch', `[${YES_NO}, ${CHOICE}]`, ['a=* c=* last']],
    ['choices branch', `[${CHOICE}, ${end('{ c: x }')}]`, ['c=x e', 'c=y last']],
    [
      'choices that go on alike are one way',
      `[${YES_NO}, { id: c, type: choice, ask: 问, choices: [{ id: x, label: 甲 }, { id: y, label: 乙 }, { id: z, label: 丙 }] }, ${end('{ a: yes, c: [x, z] }')}]`,
      ['a=yes c=x|z e', 'a=yes c=y last', 'a=no c=* last'],
    ],
    ['yes and no branch', `[${YES_NO}, ${end('{ a: yes }')}]`, ['a=yes e', 'a=no last']],
    [
      '不知道 branches where it is allowed',
      `[{ id: a, type: date, ask: 问, unknown: true }, ${end('{ a: unknown }')}]`,
      ['a=2025-01-01 last', 'a=unknown e'],
    ],
    [
      'amounts branch around what they are compared with',
      `[{ id: a, type: money, ask: 问 }, ${end('{ a: { gte: "5000" } }')}]`,
      ['a=0 last', 'a=5000 e'],
    ],
    [
      'two thresholds make three ways',
      `[{ id: a, type: number, ask: 问 }, ${end('{ a: { gt: "3" } }')}, { end: f, title: 完, when: { a: { gt: "1" } } }]`,
      ['a=0 last', 'a=2 f', 'a=4 e'],
    ],
    [
      'days branch around what they are compared with',
      `[{ id: a, type: date, ask: 问 }, ${end('{ a: { before: 2023-01-01 } }')}, { end: f, title: 完, when: { a: { from: $today } } }]`,
      ['a=2022-12-31 e', 'a=2023-01-01 last', 'a=2025-01-01 f'],
    ],
    [
      'places branch by what they lie in',
      `[{ id: a, type: region, ask: 问 }, ${end('{ a: { within: ["110000", "120000"] } }')}]`,
      ['a=110000 e', 'a=440100 last'],
    ],
    [
      'days can be compared with each other',
      `[{ id: a, type: date, ask: 问 }, { id: b, type: date, ask: 问 }, ${end('{ b: { before: $a } }')}]`,
      [
        'a=2024-12-31 b=* last',
        'a=2025-01-01 b=2024-12-31 e',
        'a=2025-01-01 b=2025-01-01|2025-01-02 last',
        'a=2025-01-02 b=2024-12-31|2025-01-01 e',
        'a=2025-01-02 b=2025-01-02 last',
      ],
    ],
    [
      'a place can lie in the area of another',
      `[{ id: a, type: region, ask: 问 }, { id: b, type: region, ask: 问 }, ${end('{ b: { within: [$a] } }')}]`,
      ['a=440100 b=440100 e', 'a=440100 b=610100 last', 'a=610100 b=440100 last', 'a=610100 b=610100 e'],
    ],
    [
      'a day refused for another is no way of its own',
      `[{ id: a, type: date, ask: 问 }, { id: b, type: date, ask: 问, refuse: [{ when: { b: { before: $a } }, say: 早了 }] }]`,
      ['a=* b=* last'],
    ],
    [
      'choices that do not apply are not taken',
      `[${YES_NO}, { id: c, type: choice, ask: 问, choices: [{ id: x, label: 甲 }, { id: y, label: 乙, when: { a: yes } }] }, ${end('{ c: y }')}]`,
      ['a=yes c=x last', 'a=yes c=y e', 'a=no c=* last'],
    ],
    [
      'outputs branch over their values',
      `[{ id: r, compute: payment_ratio }, ${end('{ r.band: high }')}]`,
      ['r.band=high e', 'r.band=low last'],
    ],
    [
      'an output may be absent where that is tested',
      `[{ id: r, compute: payment_ratio }, ${end('{ r.band: { answered: false } }')}]`,
      ['r.band=high|low last', 'r.band=- e'],
    ],
    [
      'an output that only puts a question in is told as that',
      `[{ id: r, compute: payment_ratio }, { id: a, type: yesno, ask: 问, when: { r.band: low } }, ${CHOICE}, ${end('{ c: x }')}]`,
      ['a? c=x e', 'a? c=y last'],
    ],
    [
      'a question that may be passed over is told as that',
      `[{ id: b, type: money, ask: 问, optional: true }, ${CHOICE}, ${end('{ c: x }')}]`,
      ['b? c=x e', 'b? c=y last'],
    ],
    [
      'passing over a question branches where it is tested',
      `[{ id: b, type: money, ask: 问, optional: true }, { id: a, type: yesno, ask: 问, optional: { b: { answered: true } } }]`,
      ['b=- a=* last', 'b=0 a? last'],
    ],
    [
      'an output that only lets a question be passed over is told as that',
      `[{ id: r, compute: payment_ratio }, { id: a, type: yesno, ask: 问, optional: { not: { r.band: low } } }, ${CHOICE}, ${end('{ c: x }')}]`,
      ['a? c=x e', 'a? c=y last'],
    ],
    [
      'an output that only puts a note in is not told',
      `[{ id: r, compute: payment_ratio }, ${CHOICE}, { end: e, title: 完, when: { c: x }, notes: [{ when: { r.band: low }, text: 注 }] }]`,
      ['c=x e', 'c=y last'],
    ],
  ])('%s', (_, items, expected) => {
    expect(ways(items)).toEqual(expected);
  });

  test('outputs that are used apart do not multiply', () => {
    const names = Array.from({ length: 20 }, (_, i) => `n${i}`);
    const many = {
      inputs: [],
      outputs: Object.fromEntries(names.map((name) => [name, ['yes', 'no']])),
      run: () => ({}),
    };
    const asked = names.map((name) => `{ id: ${name}, type: yesno, ask: 问, when: { r.${name}: yes } }`);
    const flow = flowWith(`[{ id: r, compute: many }, ${asked.join(', ')}]`);
    expect(proveFlow(flow, { many })).toEqual({ problems: [], paths: [[...names.map((name) => `${name}?`), 'last']] });
  });

  test('whatever is answered ends where the proof says some way does', () => {
    const flow = exampleFlow();
    const { paths } = proveFlow(flow, COMPUTATIONS);
    const answers = fc.record({
      insured_region: fc.constantFrom('150100', '110000'),
      purpose: fc.constantFrom('long_term', 'referral', 'emergency', 'other_temporary'),
      admitted_on: fc.constantFrom('2025-11-01', '2026-11-21'),
    });
    fc.assert(
      fc.property(answers, (given) => {
        const position = walk(flow, given, ENV);
        if (position.at !== 'end') throw new Error('all is answered');
        const took = paths.find((path) =>
          path.slice(0, -1).every((step) => {
            const [slot = '', values = ''] = step.split('=');
            return slot in position.known && (values === '*' || values.split('|').includes(position.known[slot] ?? ''));
          }),
        );
        expect(took?.at(-1)).toBe(position.item.end);
        expect(took?.length).toBe(position.path.length + 1);
      }),
    );
  });
});

describe('a mistake', () => {
  test.each<[string, string[]]>([
    // Names.
    [`[${YES_NO}, ${YES_NO}]`, ['items.1 duplicate_id a']],
    [`[{ end: last, title: 完, when: {} }]`, ['items.1 duplicate_id last']],
    [
      '[{ id: c, type: choice, ask: 问, choices: [{ id: x, label: 甲 }, { id: x, label: 乙 }] }]',
      ['items.0.choices.1 duplicate_choice x'],
    ],
    [
      `[${YES_NO}, { end: e, title: 完, when: { a: yes }, checklist: [{ id: k, text: 甲 }, { id: k, text: 乙 }] }]`,
      ['items.1.checklist.1 duplicate_id k'],
    ],
    [`[${end('{ b: yes }')}, ${YES_NO}]`, ['items.0.when unknown_slot b']],
    [`[${end('{ a: yes }')}, ${YES_NO}]`, ['items.0.when unknown_slot a']],
    [`[{ id: a, type: yesno, ask: 问, when: { a: yes } }]`, ['items.0.when unknown_slot a']],
    [`[${YES_NO}, ${end('{ any: [{ a: yes }, { not: { b: yes } }] }')}]`, ['items.1.when unknown_slot b']],
    [
      '[{ id: a, type: date, ask: 问 }, { end: e, title: 完, when: { a: { before: $b } } }]',
      ['items.1.when unknown_slot b'],
    ],
    ['[{ id: a, type: yesno, ask: 问, optional: { b: yes } }]', ['items.0.optional unknown_slot b']],
    ['[{ id: a, type: yesno, ask: "问{$b}" }]', ['items.0.ask unknown_slot b']],
    ['[{ id: a, type: yesno, ask: "问{$a}" }]', ['items.0.ask unknown_slot a']],
    [
      '[{ id: r, compute: payment_ratio }, { id: a, type: yesno, ask: "问{$r.share}" }]',
      ['items.1.ask unknown_slot r.share'],
    ],
    [
      `[${YES_NO}, { end: e, title: 完, when: { a: yes }, notes: [{ when: { b: yes }, text: "{$d}" }] }]`,
      ['items.1.notes.0.when unknown_slot b', 'items.1.notes.0.text unknown_slot d'],
    ],
    ['[{ id: r, compute: nothing }]', ['items.0.compute unknown_computation nothing']],
    [
      '[{ id: r, compute: payment_ratio, with: { place: { value: x }, date: day } }]',
      ['items.0.with.place unknown_argument payment_ratio.place', 'items.0.with.date unknown_slot day'],
    ],
    // Tests.
    [`[${CHOICE}, ${end('{ c: z }')}]`, ['items.1.when unknown_value c=z']],
    [`[${CHOICE}, ${end('{ c: [x, unknown] }')}]`, ['items.1.when unknown_value c=unknown']],
    [`[${YES_NO}, ${end('{ a: { unknown: true } }')}]`, ['items.1.when unknown_value a=unknown']],
    [`[${YES_NO}, ${end('{ a: maybe }')}]`, ['items.1.when unknown_value a=maybe']],
    [`[{ id: r, compute: payment_ratio }, ${end('{ r.band: middle }')}]`, ['items.1.when unknown_value r.band=middle']],
    [`[{ id: r, compute: payment_ratio }, ${end('{ r.percent: "85%" }')}]`, ['items.1.when text_tested r.percent']],
    [`[${YES_NO}, ${end('{ a: { gte: "1" } }')}]`, ['items.1.when wrong_test a gte']],
    [`[{ id: a, type: date, ask: 问 }, ${end('{ a: { gte: "1" } }')}]`, ['items.1.when wrong_test a gte']],
    [`[{ id: a, type: money, ask: 问 }, ${end('{ a: "5000" }')}]`, ['items.1.when wrong_test a=5000']],
    [`[{ id: a, type: region, ask: 问 }, ${end('{ a: "110000" }')}]`, ['items.1.when wrong_test a=110000']],
    [
      `[{ id: a, type: region, ask: 问 }, { id: d, type: date, ask: 问 }, ${end('{ d: { before: $a } }')}]`,
      ['items.2.when wrong_test d $a'],
    ],
    // Ends.
    [
      `[${YES_NO}, { end: e, title: 完, when: { a: yes }, deadlines: [{ id: k, title: 期限, after: a, period: 1个月 }, { id: l, title: 期限, after: z, period: 1个月 }] }]`,
      ['items.1.deadlines.0.after not_a_date a', 'items.1.deadlines.1.after unknown_slot z'],
    ],
    [`[${YES_NO}, { end: e, title: 完, when: { a: yes }, result: a }]`, ['items.1.result not_a_computation a']],
    // Ways.
    ['[{ end: e, title: 完 }]', ['items.1 unreached last']],
    [`[${YES_NO}, ${end('{ a: [yes, no] }')}]`, ['items.2 unreached last']],
    [`[${CHOICE}, ${end('{ c: x, not: { c: x } }')}]`, ['items.1 unreached e']],
    [`[{ id: a, type: money, ask: 问, max: "100" }, ${end('{ a: { gt: "100" } }')}]`, ['items.1 unreached e']],
    [
      `[${YES_NO}, { id: b, type: yesno, ask: 问, when: { a: yes } }, ${end('{ a: no, b: yes }')}]`,
      ['items.2 unreached e'],
    ],
    [
      `[${YES_NO}, { id: c, type: choice, ask: 问, when: { a: yes }, choices: [{ id: x, label: 甲 }, { id: y, label: 乙, when: { a: no } }] }]`,
      ['items.1.choices.1 unreached choices/y'],
    ],
    [
      `[${YES_NO}, { end: e, title: 完, when: { a: yes }, notes: [{ when: { a: no }, text: 注 }], checklist: [{ id: k, text: 甲, when: { a: no } }] }]`,
      ['items.1.checklist.0 unreached checklist/0', 'items.1.notes.0 unreached notes/0'],
    ],
    [
      `[${YES_NO}, { id: d, type: date, ask: 问, when: { a: no } }, { end: e, title: 完, when: { a: yes }, deadlines: [{ id: k, title: 期限, after: d, period: 1个月 }] }]`,
      ['items.2.deadlines.0 unreached deadlines/0'],
    ],
    [
      '[{ id: a, type: money, ask: 问, refuse: [{ when: { a: { gte: "0" } }, say: 多了 }, { when: { a: { lt: "0" } }, say: 少了 }] }]',
      ['items.0 no_answer a', 'items.0.refuse.1 unreached refuse/1', 'items.1 unreached last'],
    ],
    [
      `[${YES_NO}, { id: c, type: choice, ask: 问, choices: [{ id: x, label: 甲, when: { a: yes } }] }]`,
      ['items.1 no_answer c'],
    ],
  ])('%s', (items, told) => {
    expect(wrong(items)).toEqual(told);
  });

  test.each([
    'items: [{ id: a, type: yesno, ask: 问 }]',
    'items: [{ id: a, type: yesno, ask: 问 }, { end: e, title: 完, when: { a: yes } }]',
  ])('the last item is no end for all: %s', (items) => {
    const flow = flowOf(`{ flow: x, title: 题, summary: 题, triggers: [示例], reviewed: 2025-01-01, ${items} }`);
    expect(proveFlow(flow, {}).problems.map(({ code }) => code)).toEqual(['last_end']);
  });

  test('too many ways are refused, soon', () => {
    const questions = Array.from({ length: 16 }, (_, i) => `{ id: q${i}, type: yesno, ask: 问 }`);
    const after = questions.map((_, i) => `{ id: p${i}, type: yesno, ask: 问, when: { q${i}: yes } }`);
    const proof = proveFlow(flowWith(`[${[...questions, ...after].join(', ')}]`), {});
    expect(proof).toEqual({ problems: [{ at: [], code: 'too_many_paths', detail: '20000' }], paths: [] });
  });
});

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { flowFinding } from '../../src/content/flow-wording.js';
import { type FlowFile, flowRules } from '../../src/content/rules/flows.js';
import { flowSchema } from '../../src/flows/flow.js';
import type { FlowProblemCode } from '../../src/flows/proof/problem.js';

/** A file of a flow whose lines are counted by its items: the third part of item 2 is line 203. */
function fileOf(name: string, items: string): [string, FlowFile] {
  const head = { flow: name, title: '示例', summary: '示例', triggers: [name], reviewed: '2025-01-01' };
  const flow = flowSchema.parse({ ...head, items: parse(items) });
  const lineOf = (path: readonly PropertyKey[]) => (path[0] === 'items' ? 100 * Number(path[1]) + path.length : 1);
  return [name, { flow, file: `flows/${name}.yaml`, lineOf }];
}

describe('the rules of flows', () => {
  test('have nothing to say of sound ones', () => {
    expect(flowRules(new Map([fileOf('one', '[{ end: e, title: 完 }]')]), {})).toEqual([]);
  });

  test('tell file, line, what, why and cure', () => {
    const [problem, ...more] = flowRules(
      new Map([
        fileOf('one', '[{ end: e, title: 完 }]'),
        fileOf(
          'two',
          '[{ id: a, type: yesno, ask: 问 }, { end: f, title: 完, when: { b: yes } }, { end: e, title: 完 }]',
        ),
      ]),
      {},
    );
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ file: 'flows/two.yaml', line: 103, what: expect.stringContaining('b') });
    expect(problem?.why).not.toBe('');
    expect(problem?.cure).not.toBe('');
  });

  test('a file is named after its flow', () => {
    const [key, file] = fileOf('one', '[{ end: e, title: 完 }]');
    const problems = flowRules(new Map([[key, { ...file, file: 'flows/other.yaml' }]]), {});
    expect(problems).toMatchObject([{ file: 'flows/other.yaml', what: expect.stringContaining('one') }]);
  });
});

const CODES: FlowProblemCode[] = [
  ...(['last_end', 'duplicate_id', 'duplicate_choice', 'unknown_slot', 'unknown_value', 'wrong_test'] as const),
  ...(['text_tested', 'unknown_computation', 'unknown_argument', 'not_a_date', 'not_a_computation'] as const),
  ...(['unreached', 'no_answer', 'too_many_paths', 'slot_type', 'choice_meaning', 'unknown_flow'] as const),
  ...(['duplicate_flow', 'duplicate_trigger'] as const),
];

test.each(CODES)('%s is told in Chinese, with the name it is about', (code) => {
  const { what, why, cure } = flowFinding(code, 'the_name');
  expect(what).toContain('the_name');
  for (const words of [what, why, cure]) expect(words).toMatch(/\p{Script=Han}/u);
});

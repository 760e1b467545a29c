import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { flowSchema, versionOf } from '../../src/flows/flow.js';
import { EXAMPLE, exampleFlow, flowOf, flowWith } from './example.js';

/** The first thing the schema says of a flow: where it is wrong, and what. */
function issueOf(yaml: string): string {
  const issue = flowSchema.safeParse(parse(yaml)).error?.issues[0];
  return issue ? `${issue.path.join('.')} ${issue.code} ${'keys' in issue ? issue.keys : issue.message}` : 'none';
}

const HEAD = 'flow: x\ntitle: 示例\nsummary: 示例\ntriggers: [示例]\nreviewed: 2025-01-01\n';

describe('the schema', () => {
  test('reads a flow, and works out what kind each item is', () => {
    const { items } = exampleFlow();
    expect(items.map((item) => item.is)).toEqual(['question', 'question', 'end', 'question', 'compute', 'end', 'end']);
    expect(items[0]).toMatchObject({ id: 'insured_region', remember: true, unknown: false, refuse: [] });
  });

  test.each([
    ['items: [{ id: a, type: yesno, ask: 吗, wen: {} }]', 'items.0 unrecognized_keys wen'],
    ['items: [{ id: a, type: yesno, ask: 吗, choices: [] }]', 'items.0 unrecognized_keys choices'],
    ['items: [{ id: a, type: choice, ask: 吗, choices: [] }]', /^items\.0\.choices too_small/],
    ['items: [{ id: a, type: date, ask: 吗, min: "1" }]', 'items.0 unrecognized_keys min'],
    ['items: [{ id: a, type: money, ask: 吗, min: 1 }]', /^items\.0\.min invalid_type/],
    ['items: [{ id: a, type: words, ask: 吗 }]', /^items\.0\.type invalid_union/],
    ['items: [{ id: a, ask: 吗 }]', /^items\.0\.type invalid_union/],
    ['items: [{ id: any, type: date, ask: 吗 }]', /^items\.0\.id custom must not be/],
    ['items: [{ id: a, type: choice, ask: 吗, choices: [{ id: unknown, label: 不 }] }]', /^items\.0\.choices\.0\.id/],
    ['items: [{ end: a }]', /^items\.0\.title invalid_type/],
    ['items: [{ end: a, title: 完, type: yesno }]', 'items.0 unrecognized_keys type'],
    ['items: [{ end: a, title: 完, offer: ["page:x"] }]', /^items\.0\.offer\.0/],
    ['items: [{ end: a, title: 完, when: { b: 3 } }]', /^items\.0\.when\.b invalid_union must be a value/],
    ['items: [{ end: a, title: 完, when: { b: { gte: 5 } } }]', /^items\.0\.when\.b/],
    ['items: [{ end: a, title: 完, when: { b: { least: "5" } } }]', /^items\.0\.when\.b/],
    ['items: [{ end: a, title: 完, when: { b: { from: 2025-02-30 } } }]', /^items\.0\.when\.b/],
    ['items: [{ id: a, compute: c, with: { x: 1 } }]', /^items\.0\.with\.x/],
    ['items: [just words]', /^items\.0 invalid_type/],
    ['items: []', /^items too_small/],
    ['version: 1\nitems: [{ end: a, title: 完 }]', ' unrecognized_keys version'],
  ])('%s', (yaml, told) => {
    const issue = issueOf(HEAD + yaml);
    if (typeof told === 'string') expect(issue).toBe(told);
    else expect(issue).toMatch(told);
  });

  test('can be given to an editor, and asks for nothing that authors do not write', () => {
    const schema = JSON.stringify(z.toJSONSchema(flowSchema, { io: 'input', unrepresentable: 'any' }));
    expect(schema).toContain('"triggers"');
    expect(schema).not.toContain('"required":["is"');
  });
});

describe('the version', () => {
  const changed = (from: string, to: string) => {
    expect(EXAMPLE).toContain(from);
    return versionOf(flowOf(EXAMPLE.replace(from, to)));
  };
  const version = versionOf(exampleFlow());

  test('is six hex digits, the same each time', () => {
    expect(version).toMatch(/^[0-9a-f]{6}$/);
    expect(versionOf(exampleFlow())).toBe(version);
  });

  test('stays when only words change', () => {
    expect(changed('您属于哪种情况', '您是哪一种')).toBe(version);
    expect(changed('label: 参保地医院已开转诊', 'label: 有转诊')).toBe(version);
    expect(changed('先治病', '先看病')).toBe(version);
    expect(changed('reviewed: 2025-06-01', 'reviewed: 2025-07-01')).toBe(version);
  });

  test.each([
    ['id: purpose', 'id: aim'],
    ['id: emergency,', 'id: urgent,'],
    ['type: date', 'type: yesno'],
    ['{ purpose: emergency }', '{ purpose: referral }'],
    ['{ from: $today }', '{ after: $today }'],
    ['date: admitted_on', 'date: purpose'],
    ['end: file_long_term', 'end: file_long'],
  ])('changes with the structure: %s', (from, to) => {
    expect(changed(from, to)).not.toBe(version);
  });

  test('tells a question that may be answered with 不知道 and one with other bounds apart', () => {
    const of = (more: string) => versionOf(flowWith(`[{ id: a, type: money, ask: 多少${more} }]`));
    const more = ['', ', unknown: true', ', optional: true', ', min: "1"', ', max: "1"'];
    expect(new Set(more.map(of)).size).toBe(more.length);
  });
});

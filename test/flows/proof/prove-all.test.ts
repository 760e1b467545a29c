import { expect, test } from 'vitest';
import type { Flow } from '../../../src/flows/flow.js';
import { proveFlows } from '../../../src/flows/proof/prove-all.js';
import { COMPUTATIONS, exampleFlow, flowWith } from '../example.js';

const flow = (name: string, items: string, triggers = [name]): Flow => ({ ...flowWith(items, name), triggers });

/** What is wrong with flows together, as `flow place code detail`. */
const wrong = (...flows: Flow[]) =>
  proveFlows(flows, COMPUTATIONS).map((p) => `${p.flow} ${p.at.join('.')} ${p.code} ${p.detail}`);

const asking = (type: string) => `[{ id: a, type: ${type}, ask: 问 }]`;
const choosing = (label: string) => `[{ id: a, type: choice, ask: 问, choices: [{ id: x, label: ${label} }] }]`;

test('flows that agree are sound', () => {
  expect(wrong(exampleFlow(), flow('one', choosing('甲')), flow('two', choosing('甲')), flow('three', '[]'))).toEqual(
    [],
  );
});

test('a slot has one type everywhere', () => {
  expect(wrong(flow('one', asking('yesno')), flow('two', asking('date')))).toEqual(['1 items.0 slot_type a (one)']);
});

test('a choice means one thing everywhere', () => {
  expect(wrong(flow('one', choosing('甲')), flow('two', choosing('乙')))).toEqual([
    '1 items.0.choices.0 choice_meaning a.x (one)',
  ]);
});

test('a flow that is offered exists', () => {
  const offering = (to: string) => flow('one', `[{ end: e, title: 完, when: {}, offer: ["flow:${to}", "entry:any"] }]`);
  expect(wrong(offering('two'))).toEqual(['0 items.1 unreached last', '0 items.0.offer.0 unknown_flow two']);
  expect(wrong(offering('one'))).toEqual(['0 items.1 unreached last']);
});

test('two flows share neither name nor words to start them', () => {
  expect(wrong(flow('one', '[]'), flow('one', '[]', ['other']))).toEqual(['1 flow duplicate_flow one (one)']);
  expect(wrong(flow('one', '[]', ['甲乙', '开始']), flow('two', '[]', ['丙丁', '开始']))).toEqual([
    '1 triggers.1 duplicate_trigger 开始 (one)',
  ]);
});

test('what is wrong with one flow is told with its place', () => {
  expect(wrong(flow('one', '[]'), flow('two', '[{ end: e, title: 完 }]'))).toEqual(['1 items.1 unreached last']);
});

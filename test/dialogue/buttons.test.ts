import { expect, test } from 'vitest';
import { picking, steer } from '../../src/dialogue/guided/buttons.js';
import { optionsOf } from '../../src/flows/answers/options.js';
import type { Question } from '../../src/flows/question.js';
import { realKnowledge } from '../support/knowledge.js';

/** What a messenger lets a button carry. */
const MOST_BYTES = 64;
const turn = { tag: 'f'.repeat(8) };

/** The longest answers that people give: a provincial scheme, a day, a large sum. */
const LONGEST: Readonly<Record<string, string>> = {
  region: '410000-provincial',
  date: '2026-12-31',
  money: '12345678.90',
  number: '3650',
  percent: '0.8525',
};

const valuesOf = (item: Question): string[] => [
  ...optionsOf(item).map(({ value }) => value),
  ...(LONGEST[item.type] === undefined ? [] : [LONGEST[item.type] ?? '']),
];

test.each([...realKnowledge().flows.values()].map((flow) => [flow.flow, flow] as const))(
  'every button of %s fits into 64 bytes',
  (name, flow) => {
    const questions = flow.items.filter((item) => item.is === 'question');
    const presses = questions.flatMap((item) => [
      steer('edit', name, turn, item.id),
      steer('back', name, turn, item.id),
      ...valuesOf(item).flatMap((value) => [picking(flow, item.id, turn)(value), steer('set', name, turn, value)]),
    ]);
    const long = [...presses, steer('restart', name, turn)].filter((press) => Buffer.byteLength(press) > MOST_BYTES);
    expect(long).toEqual([]);
  },
);

import { expect, test } from 'vitest';
import { entryChoices } from '../../src/dialogue/reply.js';
import { wording } from '../../src/dialogue/wording.js';
import { realKnowledge } from '../support/knowledge.js';

const knowledge = realKnowledge();
const held = { knowledge, flows: knowledge.flows };

test('an entry is offered by its title, a guided task by being led through it', () => {
  const [task, question, ...more] = entryChoices(['flow:find_hospital', 'lookup_where'], held, 'tag');
  expect(more).toEqual([]);
  expect(task).toEqual({
    press: 'f:start.find_hospital:tag',
    label: wording.guided.startHere(knowledge.flows.get('find_hospital')?.title ?? ''),
  });
  expect(question).toEqual({ press: 'ask:lookup_where:tag', label: knowledge.entries.get('lookup_where')?.title });
});

test('what is not there has no button', () => {
  expect(entryChoices(['flow:lookup_where', 'find_hospital', 'nothing'], held, 'tag')).toEqual([]);
});

test('a button of any guided task fits into 64 bytes', () => {
  const offers = [...knowledge.flows.keys()].map((id) => `flow:${id}`);
  const presses = entryChoices(offers, held, 'eightlet').map(({ press }) => press);
  expect(presses).toHaveLength(knowledge.flows.size);
  expect(presses.filter((press) => Buffer.byteLength(press) > 64)).toEqual([]);
});

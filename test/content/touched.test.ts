import { expect, test } from 'vitest';
import { factsOfRegion, repliesOf } from '../../src/content/touched.js';
import { realKnowledge } from '../support/knowledge.js';

const content = realKnowledge();
const replies = repliesOf(content);

test('every entry, guard and item of a task is a reply', () => {
  const items = [...content.flows.values()].flatMap(({ items }) => items);
  expect(replies).toHaveLength(content.entries.size + content.guards.length + items.length);
  expect(new Set(replies.map(({ where }) => where)).size).toBe(replies.length);
});

test('a fact is found behind a reply whether it is quoted, cited or asked for by its key', () => {
  const behind = (fact: string) => replies.filter(({ facts }) => facts.has(fact)).map(({ where }) => where);
  expect(behind('val_04')).toEqual(expect.arrayContaining(['validity/filing_validity', 'flows/filing#file_temporary']));
  const facts = new Set(replies.flatMap((reply) => [...reply.facts]));
  expect([...facts].filter((id) => !content.facts.has(id))).toEqual([]);
});

test('the facts that quote a region are those of its own', () => {
  expect(factsOfRegion('150100', content).length).toBeGreaterThan(0);
  expect(factsOfRegion('999999', content)).toEqual([]);
});

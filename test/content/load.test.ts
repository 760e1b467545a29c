import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCompiled, writeCompiled } from '../../src/content/compiled.js';
import { listings } from '../../src/content/listing.js';
import { loadKnowledge, openKnowledge } from '../../src/content/load.js';
import { contentFolder, TODAY } from '../support/content-folder.js';

let folder: ReturnType<typeof contentFolder>;
let compiled: string;

beforeEach(() => {
  folder = contentFolder();
  compiled = join(folder.root, '..', 'knowledge.json');
});

afterEach(() => folder.remove());

/** The paths of objects and lists that could still be changed. */
function changeable(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner =
    value instanceof Map
      ? [...value].flatMap(([key, item]) => changeable(item, `${path}/${key}`))
      : Object.entries(value).flatMap(([key, item]) => changeable(item, `${path}/${key}`));
  return value instanceof Map || Object.isFrozen(value) ? inner : [path, ...inner];
}

describe('loading', () => {
  test('a good folder holds what its files say', () => {
    const { sources, facts, entries, topics, guards, glossary, aliases, checked } = loadKnowledge(folder.root, TODAY);
    expect([...sources.keys()]).toEqual(['notice', 'city']);
    expect(facts.get('val_04')).toMatchObject({ values: { months: '6个月' }, scope: ['000000'], from: '2023-01-01' });
    expect(entries.get('filing_validity')).toMatchObject({ topic: 'filing', offer: ['filing_old'], tense: 'present' });
    expect(topics.get('filing')).toEqual({ topic: 'filing', title: '备案' });
    expect(guards.map((guard) => guard.guard)).toEqual(['danger']);
    expect(glossary.terms.map((term) => term.term)).toEqual(['备案', '有效期']);
    expect(aliases).toEqual([{ code: '150100', names: ['呼市'] }]);
    expect(checked).toBe('2026-11-22');
  });

  test('what is loaded cannot be changed, however deep', () => {
    expect(changeable(loadKnowledge(folder.root, TODAY))).toEqual([]);
  });

  test('nor can what comes from the compiled file', () => {
    writeCompiled(compiled, folder.root, loadKnowledge(folder.root, TODAY));
    expect(changeable(openKnowledge(folder.root, compiled, TODAY))).toEqual([]);
  });
});

describe('the compiled file', () => {
  beforeEach(() => writeCompiled(compiled, folder.root, loadKnowledge(folder.root, TODAY)));

  const months = (knowledge: ReturnType<typeof readCompiled>) => knowledge?.facts.get('val_04')?.values['months'];

  /** Puts another figure into the compiled file alone, so that one sees where knowledge came from. */
  const mark = () => writeFileSync(compiled, readFileSync(compiled, 'utf8').replaceAll('6个月', '66个月'));

  test('holds the same as the YAML files', () => {
    expect(readCompiled(compiled, folder.root)).toStrictEqual(loadKnowledge(folder.root, TODAY));
  });

  test('is what is opened while the files are the same', () => {
    mark();
    expect(months(openKnowledge(folder.root, compiled, TODAY))).toBe('66个月');
  });

  test.each<[string, (root: string) => void]>([
    ['a changed line', (root) => appendFileSync(join(root, 'places.yaml'), '# seen again\n')],
    ['a new file', (root) => writeFileSync(join(root, 'facts', 'more.yaml'), '[]\n')],
    ['a file gone', (root) => rmSync(join(root, 'entries/filing/filing_old.yaml'))],
  ])('is stale after %s', (_, change) => {
    mark();
    change(folder.root);
    expect(readCompiled(compiled, folder.root)).toBeUndefined();
  });

  test('when it is stale the files are read', () => {
    mark();
    appendFileSync(join(folder.root, 'places.yaml'), '# seen again\n');
    expect(months(openKnowledge(folder.root, compiled, TODAY))).toBe('6个月');
  });

  test.each(['', '{', 'null', '{"digest":"x"}'])('is as good as none when it reads %j', (text) => {
    writeFileSync(compiled, text);
    expect(months(openKnowledge(folder.root, compiled, TODAY))).toBe('6个月');
  });
});

describe('the listings beside the mistakes', () => {
  test('name what has ended, what is to come, what nobody reviewed for long and what nothing quotes', () => {
    const knowledge = loadKnowledge(folder.root, TODAY);
    const [ended, upcoming, unused] = listings(knowledge, TODAY).map(({ items }) => items);
    expect(ended).toEqual(['old_01']);
    expect(upcoming).toEqual(['new_01']);
    expect(unused).toEqual(['new_01', 'count_01', 'less_01']);
  });

  test('a review of 180 days is fresh, one of 181 is not', () => {
    const stale = (today: string) => {
      const names = ['val_01', 'filing_validity'];
      return listings(loadKnowledge(folder.root, TODAY), today)
        .filter(({ items }) => names.every((name) => items.includes(name)))
        .map(({ title }) => title);
    };
    expect(stale('2027-04-30')).toEqual([]);
    expect(stale('2027-05-01')).toHaveLength(1);
  });
});

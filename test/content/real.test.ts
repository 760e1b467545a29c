import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { COMPUTATIONS } from '../../src/commands/setup.js';
import { FILE_SCHEMAS } from '../../src/content/files.js';
import { jsonSchemas } from '../../src/content/json-schema.js';
import { formatProblem } from '../../src/content/problem.js';
import { checked } from '../../src/content/rules.js';
import { fill } from '../../src/knowledge/quote.js';
import { CONTENT, realContent, realKnowledge } from '../support/knowledge.js';
import { NOT_TOLD } from './rows-not-told.js';
import { commonRuns, highRows, inventoriesIn, sentencesOf, titlesOf } from './shared.js';

const TODAY = '2026-11-22';
const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url));
const SOURCES = join(SHARED, 'sources');
const INVENTORY = join(SHARED, 'facts', 'national-facts.md');

test('the real content has no mistake', () => {
  const { draft, problems } = realContent();
  const all = [...problems, ...checked(draft, TODAY, COMPUTATIONS)];
  expect(all.map(formatProblem)).toEqual([]);
});

test('there is content to speak of', () => {
  const { entries, facts, sources } = realKnowledge();
  expect(entries.size).toBeGreaterThan(300);
  expect(facts.size).toBeGreaterThan(300);
  expect(sources.size).toBeGreaterThan(20);
});

test('every fact that is not common practice stands in a registered source', () => {
  const { facts, sources } = realKnowledge();
  const loose = [...facts.values()]
    .filter((fact) => fact.certainty !== 'common' || fact.source)
    .filter((fact) => !fact.source || !sources.has(fact.source.id))
    .map((fact) => fact.id);
  expect(loose).toEqual([]);
});

test('what replaced a source is registered', () => {
  const { sources } = realKnowledge();
  const lost = [...sources.values()].filter((s) => s.replaced_by !== undefined && !sources.has(s.replaced_by));
  expect(lost.map((s) => s.id)).toEqual([]);
});

describe('answers fit a phone', () => {
  const lengths = () => {
    const knowledge = realKnowledge();
    return [...knowledge.entries.values()].flatMap((entry) =>
      entry.answers.map((answer, i) => ({
        answer: `${entry.entry} ${i}`,
        length: [...fill(`${answer.text}${entry.next ?? ''}`, knowledge)].length,
      })),
    );
  };

  test('none is 600 characters or more', () => {
    expect(lengths().filter(({ length }) => length >= 600)).toEqual([]);
  });

  test('nine of ten are under 200', () => {
    const all = lengths();
    expect(all.filter(({ length }) => length < 200).length / all.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the JSON Schemas for editors', () => {
  const TOP = {
    sources: 'array',
    facts: 'array',
    entry: 'object',
    topics: 'object',
    guards: 'array',
    glossary: 'object',
    places: 'object',
    region: 'object',
    flow: 'object',
  };

  test('there is one for each kind of file', () => {
    expect(Object.keys(jsonSchemas())).toEqual(Object.keys(FILE_SCHEMAS));
    expect(Object.keys(TOP).sort()).toEqual(Object.keys(FILE_SCHEMAS).sort());
  });

  test.each(Object.entries(TOP))('%s: the written one is up to date and describes an %s', (name, type) => {
    const written = JSON.parse(readFileSync(join(CONTENT, 'schema', `${name}.json`), 'utf8')) as unknown;
    expect(written).toEqual(jsonSchemas()[name]);
    expect(written).toHaveProperty('type', type);
  });
});

describe.skipIf(!existsSync(SOURCES))('the five documents (../shared/sources)', () => {
  test('no sentence of ours shares 18 characters in a row with one of them', () => {
    const documents = readdirSync(SOURCES).map((name) => readFileSync(join(SOURCES, name), 'utf8'));
    const knowledge = realKnowledge();
    const runs = commonRuns(sentencesOf(knowledge), { documents, titles: titlesOf(knowledge), length: 18 });
    expect(runs).toEqual([]);
  });
});

describe.skipIf(!existsSync(INVENTORY))('the inventory of facts (../shared/facts)', () => {
  const told = () => new Set([...realKnowledge().facts.values()].flatMap((fact) => fact.rows));
  const rows = existsSync(INVENTORY) ? highRows(readFileSync(INVENTORY, 'utf8')) : [];

  test('every row of high confidence is told by a fact, or is listed with the reason why not', () => {
    const known = told();
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.filter((row) => !known.has(row) && !NOT_TOLD.has(row))).toEqual([]);
  });

  test('the list of rows that are not told holds no row that is told, or that is none', () => {
    const known = told();
    expect([...NOT_TOLD.keys()].filter((row) => known.has(row) || !rows.includes(row))).toEqual([]);
  });

  test('facts name rows that exist', () => {
    const all = inventoriesIn(join(SHARED, 'facts'));
    expect([...told()].filter((row) => /^[A-Z]+-N?\d+$/.test(row) && !all.includes(row))).toEqual([]);
  });
});

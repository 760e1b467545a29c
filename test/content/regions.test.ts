import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { coverage } from '../../src/calculator/coverage.js';
import { answer } from '../../src/calculator/machine.js';
import type { Judge } from '../../src/calculator/request.js';
import { createGazetteer } from '../../src/language/gazetteer.js';
import { realContent } from '../support/knowledge.js';
import { linesOf } from './region-values.js';

const TODAY = '2026-11-29';

const fixture = (name: string): unknown => parse(readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8'));

type Line = { id: string; value: string; sources: { id: string }[] };
type Settlement = {
  name: string;
  case: Record<string, unknown>;
  rules?: Record<string, unknown>;
  fund?: string;
  self?: string;
  lines?: Record<string, string>;
  missing?: { key: string; text: string };
};

const INVENTORY = fixture('regions.yaml') as Record<string, string[]>;
const { usual, settlements } = fixture('region-settlements.yaml') as { usual: object; settlements: Settlement[] };

const { regions, sources } = realContent().draft.knowledge;
const { nameOf } = createGazetteer([]);
const judge: Judge = { regions, isPlace: (code) => nameOf(code) !== code };

const settled = ({ case: own, rules = {} }: Settlement) =>
  answer('settle', { case: { ...usual, ...own }, rules }, judge, TODAY) as {
    lines: Line[];
    fund: string | null;
    self: string | null;
    missing: { key: string; text: string }[];
  };

test('every region that the inventory lets us compute with has a file, and no other', () => {
  expect([...regions.keys()].sort()).toEqual(Object.keys(INVENTORY).sort());
});

test.each(Object.entries(INVENTORY))('%s says what the inventory says, and nothing more', (code, lines) => {
  const region = regions.get(code);
  expect(region && linesOf(region).sort()).toEqual([...lines].sort());
});

test.each(settlements.filter(({ fund }) => fund !== undefined))('$name', (settlement) => {
  const { lines, fund, self, missing } = settled(settlement);
  expect(missing).toEqual([]);
  expect({ fund, self }).toMatchObject({ fund: settlement.fund, ...(settlement.self && { self: settlement.self }) });
  expect(Object.fromEntries(lines.map(({ id, value }) => [id, value]))).toMatchObject(settlement.lines ?? {});
});

test.each(settlements.filter(({ missing }) => missing !== undefined))('$name', (settlement) => {
  const { lines, fund, missing } = settled(settlement);
  expect(fund).toBeNull();
  const { key, text } = settlement.missing ?? { key: '', text: '' };
  expect(missing).toContainEqual({ key, text: expect.stringContaining(text) });
  expect(Object.fromEntries(lines.map(({ id, value }) => [id, value]))).toMatchObject(settlement.lines ?? {});
});

test('every region is settled at least once, but the nation and the province, which serve others', () => {
  const used = new Set(settlements.map((settlement) => settlement.case['region']));
  expect([...regions.keys()].filter((code) => !used.has(code))).toEqual(['000000', '430000']);
});

describe('each value says where it comes from', () => {
  const entries = [...regions.values()].flatMap(({ region, parameters }) =>
    Object.values(parameters).flatMap((rules) =>
      rules.flatMap(({ history }) => history.map((entry) => ({ region, entry }))),
    ),
  );

  test('from a copy of a registered document, and the row of the inventory', () => {
    const loose = entries.filter(({ entry }) => !sources.get(entry.source.id)?.copy || entry.rows.length === 0);
    expect(loose).toEqual([]);
  });

  test('a document is cited for one pooling area only, the national and provincial ones for theirs', () => {
    const users = new Map<string, Set<string>>();
    for (const { region, entry } of entries)
      users.set(entry.source.id, new Set([...(users.get(entry.source.id) ?? []), region]));
    expect([...users].filter(([, codes]) => codes.size > 1)).toEqual([]);
  });
});

test('the line of an out-of-area rule cites its document; that of a national rule the national one', () => {
  const [shenzhen] = settlements;
  const cited = (settlement: Settlement) =>
    settled(settlement).lines.flatMap(({ id, sources: from }) => (id === 'pool' ? from.map((s) => s.id) : []));
  expect(shenzhen && cited(shenzhen)).toEqual(['shenzhen-order-358', 'shenzhen-order-358']);
  const beijing = settlements.find(({ name }) => name === '北京 在职 三级');
  expect(beijing && cited(beijing)).toEqual(['beijing-order-158', 'nhsa-2022-22']);
});

test('what is known for a year is nowhere in force', () => {
  const rows = coverage(regions, TODAY);
  const inForce = new Set(rows.filter(({ standing }) => standing.state === 'in_force').map(({ region }) => region));
  const aYear = Object.keys(INVENTORY).filter((code) => INVENTORY[code]?.every((line) => line.includes('as of')));
  expect(aYear.filter((code) => inForce.has(code))).toEqual([]);
});

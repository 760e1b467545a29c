import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { COMPUTATIONS } from '../../src/commands/setup.js';
import type { Flow } from '../../src/flows/flow.js';
import { proveFlow } from '../../src/flows/proof/prove.js';
import { type AtEnd, type AtQuestion, walk } from '../../src/flows/walk.js';
import { KINDS, type Kind } from '../../src/policy/kinds.js';
import { realKnowledge } from '../support/knowledge.js';

const { flows } = realKnowledge();
const TODAY = '2026-11-22';

const snapshotOf = (name: string): string => fileURLToPath(new URL(`./__snapshots__/${name}.txt`, import.meta.url));

/** Every way through a flow, one a line: a reviewer sees which journeys a change adds or removes. */
test.each([...flows.keys()])('the ways through %s are those reviewed', async (name) => {
  const { paths, problems } = proveFlow(flowOf(name), COMPUTATIONS);
  expect(problems).toEqual([]);
  const lines = paths.map((steps) => `${steps.slice(0, -1).join(' ')} -> ${steps.at(-1)}\n`);
  await expect(lines.join('')).toMatchFileSnapshot(snapshotOf(name));
});

function flowOf(name: string): Flow {
  const flow = flows.get(name);
  if (!flow) throw new RangeError(`no flow ${name}`);
  return flow;
}

type Given = Readonly<Record<string, string>>;

/** The end that answers lead to; what they leave open is answered with yes, the first choice, or 不知道. */
function endOf(flow: Flow, given: Given): AtEnd {
  const answers: Record<string, string> = {};
  for (;;) {
    const position = walk(flow, answers, { today: TODAY, computations: COMPUTATIONS });
    if (position.at === 'end') return position;
    answers[position.item.id] = given[position.item.id] ?? anyAnswer(position);
  }
}

function anyAnswer({ item }: AtQuestion): string {
  if (item.type === 'yesno') return 'yes';
  if (item.type === 'choice') return item.choices[0]?.id ?? '';
  return 'unknown';
}

const HOHHOT = '150100';
const CHANGSHA = '430100';
/** A place none of whose own rules are held. */
const LANZHOU = '620100';

const ENDS: Readonly<Record<Kind, string>> = {
  resettled: 'file_long',
  long_term: 'file_long',
  posted: 'file_long',
  referral: 'file_temporary',
  other_temporary: 'file_temporary',
  emergency: 'emergency_first',
};

describe('filing leads everyone to an end of their own', () => {
  const filing = flowOf('filing');
  const everyone = KINDS.flatMap((kind) =>
    ['self', 'mother'].flatMap((for_whom) =>
      [HOHHOT, CHANGSHA, LANZHOU].map((insured_region) => ({ kind, for_whom, insured_region })),
    ),
  );

  test.each(everyone)('$kind, for $for_whom, insured in $insured_region', ({ kind, ...person }) => {
    const given = { kind, ...person, care_region: '440100', other_province: 'yes', setting: 'inpatient' };
    expect(endOf(filing, given).item.end).toBe(ENDS[kind]);
  });

  test('where rules of the region are held, they are among what is shown', () => {
    const shown = (insured_region: string) =>
      JSON.stringify(
        endOf(filing, { kind: 'other_temporary', insured_region, care_region: '440100', filed_on: TODAY }).notes,
      );
    expect(shown(HOHHOT)).toContain('hohhot_');
    expect(shown(LANZHOU)).not.toContain('hohhot_');
  });

  test.each([
    [HOHHOT, 'other_temporary', ['filed_on']],
    [HOHHOT, 'referral', ['filed_on']],
    [LANZHOU, 'other_temporary', []],
  ])('days are worked out only where the region states the period: %s, %s', (insured_region, kind, after) => {
    const end = endOf(filing, { kind, insured_region, care_region: '440100', filed_on: TODAY });
    expect(end.deadlines.map((deadline) => deadline.after)).toEqual(after);
  });

  test('a promise in Hohhot has its day, papers at hand have none', () => {
    const given = { kind: 'long_term', insured_region: HOHHOT, care_region: '440100', filed_on: TODAY };
    expect(endOf(filing, { ...given, has_residence_proof: 'no' }).deadlines).toHaveLength(1);
    expect(endOf(filing, { ...given, has_residence_proof: 'yes' }).deadlines).toEqual([]);
  });

  test.each([
    ['110000', '120000', 'jjj_exempt'],
    ['110000', '110000', 'own_province'],
    [CHANGSHA, '430200', 'own_province'],
    [LANZHOU, '440100', 'file_temporary'],
  ])('from %s to %s without a referral: %s', (insured_region, care_region, end) => {
    const given = { kind: 'other_temporary', insured_region, care_region, other_province: 'yes', setting: 'inpatient' };
    expect(endOf(filing, given).item.end).toBe(end);
  });

  test('an outpatient of Hunan needs no filing', () => {
    const given = { kind: 'referral', insured_region: CHANGSHA, care_region: '440100', setting: 'outpatient' };
    expect(endOf(filing, given).item.end).toBe('hunan_outpatient');
  });

  test('who does not know the kind comes to the same ends', () => {
    const given = { kind: 'unknown', insured_region: LANZHOU, care_region: '440100' };
    expect(endOf(filing, { ...given, stay: 'live', hukou_moved: 'unknown', posted_away: 'unknown' }).item.end).toBe(
      'file_long',
    );
    expect(endOf(filing, { ...given, stay: 'visit', has_referral: 'unknown' }).item.end).toBe('file_temporary');
    expect(endOf(filing, { ...given, stay: 'sudden' }).item.end).toBe('emergency_first');
  });
});

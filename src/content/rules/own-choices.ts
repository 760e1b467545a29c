import type { Region } from '../../calculator/region.js';
import { withOpenChoices } from '../../flows/fits.js';
import type { Flow } from '../../flows/flow.js';
import type { ChoiceQuestion } from '../../flows/question.js';
import type { Problem } from '../problem.js';
import type { Draft } from '../read.js';
import { say } from '../wording.js';

/** The flow that asks for what a region's rules depend on. */
const ESTIMATE = 'estimate';

/** The names of its own that a region's file defines, and the question of the flow that asks for one of them. */
const OWN = [
  { names: 'tiers', slot: 'tier' },
  { names: 'grades', slot: 'grade' },
] as const;

/** Tiers and grades of a region's own that nobody insured there can choose in the estimate. */
export function ownChoiceRules({ knowledge, where }: Draft): Problem[] {
  const flow = knowledge.flows.get(ESTIMATE);
  if (!flow) return [];
  return [...knowledge.regions.values()].flatMap((region) => {
    const place = where.get(`region:${region.region}`);
    return missingOf(region, flow).map(({ at, name, slot }) => ({
      file: place?.file ?? '',
      line: place?.lineOf(at) ?? 1,
      ...say.noChoice(name, slot),
    }));
  });
}

type Missing = { readonly at: readonly PropertyKey[]; readonly name: string; readonly slot: string };

function missingOf(region: Region, flow: Flow): Missing[] {
  return OWN.flatMap(({ names, slot }) => {
    const open = choicesIn(region, flow, slot);
    return Object.keys(region[names])
      .filter((name) => !open.includes(name))
      .map((name) => ({ at: [names, name], name, slot }));
  });
}

/** What a person insured in a region can choose at a question. */
function choicesIn({ region, checked }: Region, { items }: Flow, slot: string): string[] {
  const item = items.find(
    (one): one is ChoiceQuestion => one.is === 'question' && one.id === slot && one.type === 'choice',
  );
  if (!item) return [];
  const known = { today: checked, slots: new Map([['insured_region', region]]) };
  return withOpenChoices(item, known).choices.map(({ id }) => id);
}

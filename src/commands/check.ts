import { coverageTable } from '../calculator/coverage.js';
import type { Content } from '../content/content.js';
import { listings } from '../content/listing.js';
import { formatProblem } from '../content/problem.js';
import { readContent } from '../content/read.js';
import { checked } from '../content/rules.js';
import { factsOfRegion, repliesOf } from '../content/touched.js';
import { staffWording } from '../dialogue/wording.js';
import { civilDay } from '../policy/dates.js';
import type { Args } from './args.js';
import { COMPUTATIONS, CONTENT } from './setup.js';

/** The replies that a fact, or a figure in a region's file, stands behind: what changes with it. Undefined if there is no such thing. */
function touchedBy(id: string, content: Content): string[] | undefined {
  if (!content.facts.has(id) && !content.regions.has(id)) return undefined;
  const changed = content.facts.has(id) ? [id] : factsOfRegion(id, content);
  return repliesOf(content)
    .filter(({ facts }) => changed.some((fact) => facts.has(fact)))
    .map(({ where, title }) => `${where}  ${title}`);
}

/** Every mistake in the content with file, line, why and cure; then what needs a look though it is not wrong. With the id of a fact or the code of a region: the replies it touches. */
export async function run({ words }: Args): Promise<number> {
  const today = civilDay(new Date());
  const { draft, problems } = readContent(CONTENT);
  const [fact] = words;
  if (fact !== undefined && draft) {
    const touched = touchedBy(fact, draft.knowledge);
    process.stdout.write(`${touched?.join('\n') ?? staffWording.noSuchFact(fact)}\n`);
    return touched ? 0 : 1;
  }
  const all = draft ? [...problems, ...checked(draft, today, COMPUTATIONS)] : problems;
  if (all.length > 0 || !draft) {
    process.stderr.write(`${all.map(formatProblem).join('\n')}\n${staffWording.problems(all.length)}\n`);
    return 1;
  }
  const { entries, facts, sources } = draft.knowledge;
  for (const { title, items } of listings(draft.knowledge, today))
    process.stdout.write(`${title}（${items.length}）：${items.join('、')}\n`);
  process.stdout.write(`${coverageTable(draft.knowledge.regions, today).join('\n')}\n`);
  process.stdout.write(`${staffWording.clean(entries.size, facts.size, sources.size)}\n`);
  return 0;
}

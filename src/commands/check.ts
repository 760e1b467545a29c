import { coverageTable } from '../calculator/coverage.js';
import { listings } from '../content/listing.js';
import { formatProblem } from '../content/problem.js';
import { readContent } from '../content/read.js';
import { checked } from '../content/rules.js';
import { staffWording } from '../dialogue/wording.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { quotesIn } from '../knowledge/quote.js';
import { civilDay } from '../policy/dates.js';
import type { Args } from './args.js';
import { COMPUTATIONS, CONTENT } from './setup.js';

/** The replies that quote a fact: what a changed figure touches. */
function touchedBy(fact: string, knowledge: Knowledge): string[] {
  const touched = [...knowledge.entries.values()].filter((entry) =>
    entry.answers.some((a) => quotesIn(a.text).facts.includes(fact)),
  );
  return touched.map((entry) => `${entry.topic}/${entry.entry}  ${entry.title}`);
}

/** Every mistake in the content with file, line, why and cure; then what needs a look though it is not wrong. With a fact's id: the replies it touches. */
export async function run({ words }: Args): Promise<number> {
  const today = civilDay(new Date());
  const { draft, problems } = readContent(CONTENT);
  const [fact] = words;
  if (fact !== undefined && draft) {
    process.stdout.write(`${touchedBy(fact, draft.knowledge).join('\n')}\n`);
    return draft.knowledge.facts.has(fact) ? 0 : 1;
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

import { listings } from '../content/listing.js';
import { formatProblem } from '../content/problem.js';
import { readContent } from '../content/read.js';
import { RULES } from '../content/rules.js';
import { staffWording } from '../dialogue/wording.js';
import { civilDay } from '../policy/dates.js';
import type { Args } from './args.js';
import { CONTENT } from './setup.js';

/** Every mistake in the content with file, line, why and cure; then what needs a look though it is not wrong. */
export async function run({ words }: Args): Promise<number> {
  const today = civilDay(new Date());
  const { draft, problems } = readContent(words[0] ?? CONTENT);
  const all = draft ? [...problems, ...RULES.flatMap((rule) => rule(draft, today))] : problems;
  if (all.length > 0 || !draft) {
    process.stderr.write(`${all.map(formatProblem).join('\n')}\n${staffWording.problems(all.length)}\n`);
    return 1;
  }
  const { entries, facts, sources } = draft.knowledge;
  for (const { title, items } of listings(draft.knowledge, today))
    process.stdout.write(`${title}（${items.length}）：${items.join('、')}\n`);
  process.stdout.write(`${staffWording.clean(entries.size, facts.size, sources.size)}\n`);
  return 0;
}

import { writeCompiled } from '../content/compiled.js';
import { loadKnowledge } from '../content/load.js';
import { wordingsOf } from '../knowledge/choose.js';
import { createLanguage } from '../language/understand.js';
import { civilDay } from '../policy/dates.js';
import { COMPILED, COMPUTATIONS, CONTENT } from './setup.js';

/** Checks the content and writes it as one file, with what entries are found by, so that a start need not read the YAML again. */
export async function run(): Promise<number> {
  const knowledge = loadKnowledge(CONTENT, civilDay(new Date()), COMPUTATIONS);
  const language = createLanguage(knowledge.glossary, knowledge.aliases);
  writeCompiled(COMPILED, CONTENT, { ...knowledge, wordings: wordingsOf(knowledge, language) });
  return 0;
}

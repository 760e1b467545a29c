import { writeCompiled } from '../content/compiled.js';
import { loadKnowledge } from '../content/load.js';
import { civilDay } from '../policy/dates.js';
import { COMPILED, CONTENT } from './setup.js';

/** Checks the content and writes it as one file, so that a start need not read the YAML again. */
export async function run(): Promise<number> {
  writeCompiled(COMPILED, CONTENT, loadKnowledge(CONTENT, civilDay(new Date())));
  return 0;
}

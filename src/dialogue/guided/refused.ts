import type { Parsed } from '../../flows/answers/parse.js';
import type { Question } from '../../flows/question.js';
import type { Turn } from '../context.js';
import { wording } from '../wording.js';
import { type Filling, filled } from './fill.js';
import { isTooWide, shown } from './find.js';

const say = wording.guided;

/** Why an answer that was understood is not taken, in words; undefined if it is. */
export function whyNot(item: Question, parsed: Parsed, filling: Filling, turn: Turn): string | undefined {
  if ('refused' in parsed) return filled(parsed.refused, filling, turn).text;
  if ('value' in parsed) return isTooWide(item.id, parsed.value) ? say.provinceAlone : undefined;
  const { min, max } = parsed.outside;
  return say.outside(shown(item, min, turn), max === undefined ? undefined : shown(item, max, turn));
}

import { Decimal } from 'decimal.js';
import type { RegionCode } from '../../policy/region.js';
import type { Question } from '../question.js';
import { UNKNOWN } from '../values.js';
import { optionsOf } from './options.js';
import { UNKNOWN_WORDS } from './words.js';

/**
 * An answer as people read it: the label of a choice, 呼和浩特, 48000元, 85%, 2024年3月5日.
 * @param value as stored, one that fits the question; another is shown as it is
 */
export function showAnswer(item: Question, value: string, nameOf: (code: RegionCode) => string): string {
  if (value === UNKNOWN) return UNKNOWN_WORDS[0] ?? value;
  switch (item.type) {
    case 'choice':
    case 'yesno':
      return optionsOf(item).find((option) => option.value === value)?.label ?? value;
    case 'region':
      return nameOf(value);
    case 'date':
      return value.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, '$1年$2月$3日');
    case 'money':
      return `${value}元`;
    case 'percent':
      return `${new Decimal(value).times(100).toFixed()}%`;
    default:
      return value;
  }
}

import { chineseToNumber } from '../../language/numerals.js';
import type { Question } from '../question.js';
import { UNKNOWN } from '../values.js';
import { around, isFiller } from './filler.js';
import { DENIES, NO, UNKNOWN_WORDS, YES } from './words.js';

/** One answer that can be picked: its value, what its button says, and further words for it. */
export type Option = { readonly value: string; readonly label: string; readonly say: readonly string[] };

const option = (value: string, [label = value, ...say]: readonly string[]): Option => ({ value, label, say });

/** The answers that can be picked for a question, in the order of its buttons; 不知道 comes last where it is allowed. */
export function optionsOf(item: Question): Option[] {
  const unknown = item.unknown ? [option(UNKNOWN, UNKNOWN_WORDS)] : [];
  if (item.type === 'yesno') return [option('yes', YES), option('no', NO), ...unknown];
  if (item.type !== 'choice') return unknown;
  return [...item.choices.map(({ id, label, say }) => ({ value: id, label, say })), ...unknown];
}

/** The option that a folded text picks: by label, by a word for it, or by number; undefined if it says more or less than that. */
export const pickedIn = (text: string, item: Question): Option | undefined =>
  byWords(text, item) ?? byNumber(text, item) ?? byVerb(text, item);

type Hit = { readonly option: Option; readonly form: string; readonly rest: readonly string[] };

/** The longest wording wins; a word of another option beside it makes the text no answer. */
function byWords(text: string, item: Question): Option | undefined {
  const options = optionsOf(item);
  const hits = options.flatMap((one) => formsOf(one).flatMap((form) => hitOf(text, one, form, item)));
  const longest = Math.max(0, ...hits.map(({ form }) => form.length));
  const best = hits.filter(({ form }) => form.length === longest);
  const [first] = best;
  if (!first || best.some((hit) => hit.option !== first.option)) return undefined;
  const others = options.filter((one) => one !== first.option).flatMap(formsOf);
  return others.some((form) => form.length > 1 && first.rest.some((part) => part.includes(form)))
    ? undefined
    : first.option;
}

function hitOf(text: string, one: Option, form: string, item: Question): Hit[] {
  const start = text.indexOf(form);
  if (start < 0) return [];
  const rest = around(text, { start, end: start + form.length });
  return isFiller(rest, item) ? [{ option: one, form, rest }] : [];
}

/** What an option is called, as a folded text would have it, also without what stands in brackets. */
const formsOf = ({ label, say }: Option): string[] =>
  [label, label.replace(/[((（].*?[)）)]/g, ''), ...say].map(normal).filter((form) => form !== '');

const normal = (form: string): string => form.normalize('NFKC').toLowerCase().trim();

const ORDINAL =
  /(?:第 ?(?<nth>[\d一二三四五六七八九十]{1,3}) ?[个种项条类号]?|(?:选项|选)?(?<n>\d{1,2}|[一二三四五六七八九十]{1,2})号?)/;

function byNumber(text: string, item: Question): Option | undefined {
  const found = ORDINAL.exec(text);
  if (!found) return undefined;
  const number = chineseToNumber(found.groups?.['nth'] ?? found.groups?.['n'] ?? '')?.toNumber();
  const span = { start: found.index, end: found.index + found[0].length };
  return isFiller(around(text, span), item) ? optionsOf(item)[(number ?? 0) - 1] : undefined;
}

const DONE = /^(?:已经?|早就?|都|是)*(?<what>.+?)(?:好|完)?[了过]+$/;
const NOT_DONE = /^(?:还|都|从来?|确实|当时)*(?:没有?|未)(?<what>.+?)[过呢成]?$/;

/**
 * 「备案了」 and 「没备案」 answer whether one has filed, 「没结」 whether one has 结账: the verb is the one the question or its
 * label ends with. 「拿不出来」 turns round what is asked. A question that denies itself is answered by yes and no alone.
 */
function byVerb(text: string, item: Question): Option | undefined {
  if (item.type !== 'yesno') return undefined;
  const [yes, no] = optionsOf(item);
  const bare = text.replace(/^[我他她它]们?|[,.。!~的呢啊呀吧 ]+$/g, '');
  const clauses = `${item.ask},${item.label ?? ''}`.split(/[,，。?？;；]/).filter((clause) => !DENIES.test(clause));
  const verbs = clauses.map((clause) => clause.replace(/[了过好完吗么呢]+$/, ''));
  const isAsked = (what = '') =>
    what !== '' && verbs.some((verb) => verb.endsWith(what) || verb.slice(-2).startsWith(what));
  const told = (pattern: RegExp) => isAsked(pattern.exec(bare)?.groups?.['what']);
  if (told(NOT_DONE) || told(NOT_SO) || (CANNOT.test(bare) && isAsked(bare.replace(CANNOT, '$1得')))) return no;
  return told(DONE) || (bare.length > 1 && isAsked(bare)) ? yes : undefined;
}

const NOT_SO = /^(?:都|也)?不(?<what>.{2,})$/;
const CANNOT = /^(\p{Script=Han})不(?=\p{Script=Han})/u;

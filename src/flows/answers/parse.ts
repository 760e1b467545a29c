import { daysIn } from '../../language/days.js';
import { fold } from '../../language/fold.js';
import type { Heard } from '../../language/understand.js';
import type { IsoDate } from '../../policy/dates.js';
import { type Bounds, brokenBounds, refusalOf } from '../fits.js';
import type { ChoiceQuestion, Question } from '../question.js';
import { UNKNOWN } from '../values.js';
import type { Answers } from '../walk.js';
import { amountIn } from './amounts.js';
import { around, isFiller } from './filler.js';
import { pickedIn } from './options.js';
import { showAnswer } from './show.js';
import { ASKS, DAY_WORDS, HOSPITAL, PLACE_WORDS, UNKNOWN_WORDS, WHAT_IS_ASKED } from './words.js';

/** `known`: what the walk knows where the question stands (`Position.known`); sentences that refuse an answer may look at it. */
export type ParseEnv = { readonly today: IsoDate; readonly known?: Answers };

/**
 * `value` is what is stored, `label` the same for people. `refused`: the author's sentence, raw. `outside`: an amount the
 * question's bounds don't allow.
 */
export type Parsed =
  | { readonly value: string; readonly label: string }
  | { readonly refused: string }
  | { readonly outside: Bounds };

/**
 * Reads a text as the answer to one question.
 * @param item as the walk gives it, with only the choices that apply
 * @param text as it was typed; `heard` is the same text understood
 * @returns undefined unless the text is wholly an answer: 「呼和浩特的」 is one, 「呼和浩特要什么材料」 is not
 */
export function parseAnswer(item: Question, text: string, heard: Heard, env: ParseEnv): Parsed | undefined {
  const typed = fold(text).replace(DOING, '··');
  const told = { ...heard, text: heard.text.replace(DOING, '··') };
  const value = valueIn(item, typed, told, env.today) ?? (isUnknown(typed, item) ? UNKNOWN : undefined);
  if (value === undefined) return undefined;
  const outside = brokenBounds(item, value);
  if (outside) return { outside };
  const known = { today: env.today, slots: new Map(Object.entries(env.known ?? {})) };
  const refused = refusalOf(item, value, known);
  return refused === undefined
    ? { value, label: showAnswer(item, value, () => heard.places[0]?.name ?? value) }
    : { refused: refused.say };
}

/** 算一算, 看一看: the 一 counts nothing. */
const DOING = /(?<=(\p{Script=Han}))一\1/gu;

function valueIn(item: Question, typed: string, heard: Heard, today: IsoDate): string | undefined {
  switch (item.type) {
    case 'choice':
      return (pickedIn(typed, item) ?? pickedIn(heard.text, item))?.value ?? situationIn(item, heard);
    case 'yesno':
      return (pickedIn(typed, item) ?? pickedIn(heard.text, item))?.value;
    case 'region':
      return regionIn(item, heard);
    case 'date':
      return dayIn(item, typed, today);
    default:
      return amountIn(typed, item)?.toFixed();
  }
}

/** 「不知道参保地在哪」: here words of the question may ask. */
function isUnknown(text: string, item: Question): boolean {
  if (!item.unknown) return false;
  const asked = item.ask.split(/[,，。?？]/);
  return UNKNOWN_WORDS.some((word) => {
    const start = text.indexOf(word);
    return (
      start >= 0 && isFiller(around(text, { start, end: start + word.length }), item, [...asked, ...WHAT_IS_ASKED])
    );
  });
}

/** The kind of person or the insurance, in whatever words the glossary has for it, if that is all that is said. */
function situationIn(item: ChoiceQuestion, heard: Heard): string | undefined {
  const [value, ...more] = [heard.kind, heard.insurance].filter((one) => one !== undefined);
  const isChoice = item.choices.some((choice) => choice.id === value);
  const others = item.choices.flatMap(({ id, say }) => (id === value ? [] : say));
  const isMore = more.length > 0 || heard.places.length > 0 || others.some((word) => heard.text.includes(word));
  if (!isChoice || isMore || ASKS.test(heard.text)) return undefined;
  return isFiller([heard.stem], item) ? value : undefined;
}

/** A single place; for care it may be named by its hospital. */
function regionIn(item: Question, { text, places }: Heard): string | undefined {
  const [place] = places;
  if (!place || places.some(({ code }) => code !== place.code)) return undefined;
  const gaps = places.map((one, i) => text.slice(places[i - 1]?.end ?? 0, one.start));
  const after = text.slice(places.at(-1)?.end);
  const rest = item.id === 'care_region' && !ASKS.test(after) ? after.replace(HOSPITAL, '') : after;
  return isFiller([...gaps, rest], item, PLACE_WORDS[item.id]) ? place.code : undefined;
}

/** Only a whole day: of a month the caller asks again. */
function dayIn(item: Question, text: string, today: IsoDate): string | undefined {
  const [only, ...more] = daysIn(text, today);
  if (only?.precision !== 'day' || more.length > 0) return undefined;
  const start = text.indexOf(only.raw);
  return isFiller(around(text, { start, end: start + only.raw.length }), item, DAY_WORDS) ? only.from : undefined;
}

import { fold } from '../../language/fold.js';
import type { Place } from '../../language/gazetteer.js';
import { createLexicon, type Spot } from '../../language/lexicon.js';
import type { Heard } from '../../language/understand.js';
import type { Flow } from '../flow.js';
import type { ChoiceQuestion, Question } from '../question.js';
import type { Answers } from '../walk.js';
import { ASKS } from './words.js';

/** A sentence with what it asks blanked out. */
type Told = { readonly heard: Heard; readonly text: string; readonly asks: boolean };

/**
 * What a longer sentence tells of a flow's slots: 「我在呼和浩特参保，转诊去西安」. Clauses that ask tell nothing; the words
 * that start the flow itself (怎么备案) do not make one.
 * @param heard the sentence, understood
 * @returns answers by slot; whether they apply is for the walk to say
 */
export function findAnswers(flow: Flow, heard: Heard): Answers {
  const told = toldIn(heard, flow);
  const found = flow.items.flatMap((item): [string, string][] => {
    const value = item.is === 'question' ? valueIn(item, told) : undefined;
    return item.is !== 'question' || value === undefined ? [] : [[item.id, value]];
  });
  return Object.fromEntries(found);
}

function toldIn(heard: Heard, { triggers }: Flow): Told {
  const bare = triggers.reduce((left, trigger) => left.replaceAll(fold(trigger), blank), heard.text);
  const text = bare
    .split(/(?<=[,，。;；!！?？])/)
    .map((clause) => (ASKS.test(clause) ? blank(clause) : clause))
    .join('');
  return { heard, text, asks: text !== bare };
}

const blank = (words: string): string => ' '.repeat(words.length);

function valueIn(item: Question, told: Told): string | undefined {
  if (item.type === 'choice') return chosenIn(item, told);
  if (item.id === 'insured_region') return placeIn(told.heard.insured, told);
  return item.id === 'care_region' ? placeIn(told.heard.care, told) : undefined;
}

const placeIn = (place: Place | undefined, { text }: Told): string | undefined =>
  place && text.slice(place.start, place.end).trim() !== '' ? place.code : undefined;

/** Only if all that is said speaks for one choice. The kind and the insurance are heard in the whole: one clause asked spoils them. */
function chosenIn(item: ChoiceQuestion, { heard, text, asks }: Told): string | undefined {
  const find = createLexicon(item.choices.flatMap(({ id, say }) => say.map((word) => [fold(word), id] as const)));
  const spots = find(text);
  const denied = new Set(spots.filter((spot) => isDenied(spot, text)).map(({ id }) => id));
  const heardIds = asks || UNWILLING.test(text) ? [] : [heard.kind, heard.insurance];
  const said = [...spots.map(({ id }) => id), ...heardIds.filter((id) => item.choices.some((one) => one.id === id))];
  const values = new Set(said.filter((id) => id !== undefined && !denied.has(id)));
  return values.size === 1 ? [...values][0] : undefined;
}

const UNWILLING = /不[想用要愿肯]|不打算|不准备/;

const isDenied = ({ start, end }: Spot, text: string): boolean =>
  /(?:不是|并非|不算|不属于|不用|不想|[不非没未无别]有?)$/.test(text.slice(Math.max(0, start - 3), start)) ||
  /^还?[没不未]/.test(text.slice(end, end + 2));

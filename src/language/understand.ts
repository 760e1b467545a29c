import { areaList } from '@vant/area-data';
import type { Insurance, Kind } from '../policy/kinds.js';
import type { RegionCode } from '../policy/region.js';
import { fold } from './fold.js';
import { createGazetteer, type Gazetteer, type Place } from './gazetteer.js';
import type { Glossary } from './glossary.js';
import { coreOf, cut, kindIn, without } from './parts.js';
import { roles } from './places.js';
import { createSoundFixer } from './sound.js';
import { createWords, fieldWords, type Words } from './words.js';

/** What a text says about the situation asked for; absent where it says nothing. */
export type Heard = {
  /** Folded, with words typed by sound put right. */
  readonly text: string;
  /** `text` without place names and fluff: what is searched with. */
  readonly core: string;
  /** `core` without the words that name a kind of person or an insurance: what a follow-up keeps of a question. */
  readonly stem: string;
  /** Concepts of the glossary in it, such as `备案` or `how_long`. */
  readonly concepts: readonly string[];
  readonly kind?: Kind;
  readonly insurance?: Insurance;
  readonly insured?: Place;
  readonly care?: Place;
  readonly places: readonly Place[];
};

/** A question before, as far as a follow-up may lean on it. */
export type Earlier = { readonly stem: string; readonly concepts: readonly string[] };

export type Language = Pick<Words, 'isKind' | 'isTerm'> & {
  /** Understands what a person typed. */
  readonly hear: (text: string) => Heard;
  /** The searchable part of a text that an author wrote: no typos to mend, no places to take out. */
  readonly read: (text: string) => Pick<Heard, 'core' | 'concepts' | 'kind'>;
  /** What of an earlier question a follow-up leaves standing: the year and the terms it names itself are taken out. */
  readonly leave: (earlier: Earlier, heard: Heard) => Earlier;
  /** A text without the words that stand for a concept. */
  readonly drop: (text: string, concept: string) => string;
  readonly nameOf: (code: RegionCode) => string;
};

/**
 * Prepares the language tools once.
 * @param aliases short names of places people use
 * @param letters further words (of guards) understood when typed in pinyin letters; by sound they would be mistaken too often
 * @param ordinary stretches that only sound like words of the field
 */
export function createLanguage(
  glossary: Glossary,
  aliases: readonly { code: RegionCode; names: readonly string[] }[],
  letters: readonly string[] = [],
  ordinary: readonly string[] = [],
): Language {
  const gazetteer = createGazetteer(aliases.map(({ code, names }) => ({ code, names: [...names] })));
  const words = createWords(glossary);
  const places = Object.keys({ ...areaList.province_list, ...areaList.city_list }).map(gazetteer.nameOf);
  const spelled = [...letters, ...glossary.aspects.flatMap((aspect) => aspect.says), ...glossary.spelled, ...places];
  const fix = createSoundFixer(fieldWords(glossary), [...glossary.not_sound, ...ordinary], spelled);
  return {
    hear: (raw) => listen(fix(fold(raw)), gazetteer, words),
    read: (raw) => readText(fold(raw), words),
    leave: (earlier, heard) => leave(earlier, heard, words),
    drop: (text, concept) => {
      const gone = words.concepts(text).filter((spot) => spot.id === concept);
      return cut(text, gone);
    },
    isKind: words.isKind,
    isTerm: words.isTerm,
    nameOf: gazetteer.nameOf,
  };
}

/** The day of a stay finds nothing: its figures would only meet those of a document's date or number. */
const DAY_OF_A_STAY =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}[日号](?=.{0,6}(?:[出住入]院|看病|就医|手术))/g;

function listen(text: string, gazetteer: Gazetteer, words: Words): Heard {
  const places = gazetteer.find(text);
  const { insured, care } = roles(text, places);
  const insurance = words.insurances(text).at(-1)?.id as Insurance | undefined;
  const bare = cut(text, places);
  const kind = kindIn(text, words.kinds);
  return {
    text,
    core: coreOf(bare.replace(DAY_OF_A_STAY, ''), words.fluff),
    stem: without(bare, [words.kinds, words.insurances, words.fluff]),
    concepts: conceptsIn(bare, words),
    places,
    ...(kind && { kind }),
    ...(insurance && { insurance }),
    ...(insured && { insured }),
    ...(care && { care }),
  };
}

function readText(text: string, words: Words): Pick<Heard, 'core' | 'concepts' | 'kind'> {
  const kind = kindIn(text, words.kinds);
  return { core: coreOf(text, words.fluff), concepts: conceptsIn(text, words), ...(kind && { kind }) };
}

const conceptsIn = (text: string, { concepts }: Words): string[] => [...new Set(concepts(text).map((spot) => spot.id))];

const YEAR = /\d{2,4}年|去年|前年|今年|明年/;
const YEARS = /\d{2,4}年?(上半年|下半年|底|末|\d{1,2}月底?)?|去年|前年|今年|明年/g;

function leave({ stem, concepts }: Earlier, heard: Heard, words: Words): Earlier {
  const named = new Set(heard.concepts.flatMap((concept) => words.groupOf(concept) ?? []));
  const replaced = (concept: string) => named.has(words.groupOf(concept) ?? '');
  const undated = YEAR.test(heard.text) ? stem.replace(YEARS, '') : stem;
  const gone = words.concepts(undated).filter((spot) => replaced(spot.id));
  return { stem: cut(undated, gone), concepts: concepts.filter((concept) => !replaced(concept)) };
}

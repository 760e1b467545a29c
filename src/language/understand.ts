import { areaList } from '@vant/area-data';
import type { Insurance, Kind } from '../policy/kinds.js';
import type { RegionCode } from '../policy/region.js';
import { fold } from './fold.js';
import { createGazetteer, type Gazetteer, type Place } from './gazetteer.js';
import type { Glossary } from './glossary.js';
import { createLexicon, type Lexicon } from './lexicon.js';
import { chineseToNumber } from './numerals.js';
import { roles } from './places.js';
import { createSoundFixer, type SoundFixer } from './sound.js';

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

export type Language = {
  /** What of an earlier question a follow-up leaves standing: the year and the terms it names itself are taken out. */
  readonly leave: (
    earlier: { stem: string; concepts: readonly string[] },
    heard: Heard,
  ) => { stem: string; concepts: string[] };
  /** Understands what a person typed. */
  readonly hear: (text: string) => Heard;
  /** True if a concept names a kind of person: it belongs to the situation, not to what is asked. */
  readonly isKind: (concept: string) => boolean;
  /** True if a concept is a term of the field or a kind of person, not a mere aspect such as how_long. */
  readonly isTerm: (concept: string) => boolean;
  /** A text without the words that stand for a concept. */
  readonly drop: (text: string, concept: string) => string;
  /** The searchable part of a text that an author wrote: no typos to mend, no places to take out. */
  readonly read: (text: string) => Pick<Heard, 'core' | 'concepts' | 'kind'>;
  readonly nameOf: (code: RegionCode) => string;
};

/**
 * Prepares the language tools once.
 * @param aliases short names of places people use
 * @param words further words (of guards) understood when typed in pinyin letters; by sound they would be mistaken too often
 * @param ordinary stretches that only sound like words of the field
 */
export function createLanguage(
  glossary: Glossary,
  aliases: readonly { code: RegionCode; names: readonly string[] }[],
  words: readonly string[] = [],
  ordinary: readonly string[] = [],
): Language {
  const gazetteer = createGazetteer(aliases.map(({ code, names }) => ({ code, names: [...names] })));
  const concepts = createLexicon([
    ...glossary.terms.flatMap((t) => [t.term, ...t.says].map((form) => [form, t.term] as const)),
    ...glossary.aspects.flatMap((a) => a.says.map((form) => [form, a.aspect] as const)),
  ]);
  const kinds = createLexicon(glossary.kinds.flatMap((k) => k.says.map((form) => [form, k.kind] as const)));
  const insurances = createLexicon(
    glossary.insurances.flatMap((n) => n.says.map((form) => [form, n.insurance] as const)),
  );
  const fluff = createLexicon(glossary.fluff.map((word) => [word, ''] as const));
  const fix = createSoundFixer(
    fieldWords(glossary),
    [...glossary.not_sound, ...ordinary],
    [
      ...words,
      ...glossary.aspects.flatMap((aspect) => aspect.says),
      ...glossary.spelled,
      ...Object.keys({ ...areaList.province_list, ...areaList.city_list }).map(gazetteer.nameOf),
    ],
  );
  const hear = (raw: string) => listen(raw, { fix, gazetteer, concepts, kinds, insurances, fluff });
  const read = (raw: string) => {
    const text = fold(raw);
    const kind = kindIn(text, kinds);
    return {
      core: coreOf(text, fluff),
      concepts: [...new Set(concepts(text).map((s) => s.id))],
      ...(kind && { kind }),
    };
  };
  const groups = new Map(glossary.terms.flatMap((t) => (t.group === undefined ? [] : [[t.term, t.group] as const])));
  const leave: Language['leave'] = ({ stem, concepts: known }, heard) => {
    const named = new Set(heard.concepts.flatMap((concept) => groups.get(concept) ?? []));
    const replaced = (concept: string) => named.has(groups.get(concept) ?? '');
    const undated = YEAR.test(heard.text) ? stem.replace(YEARS, '') : stem;
    const gone = concepts(undated).filter((spot) => replaced(spot.id));
    return { stem: cut(undated, gone), concepts: known.filter((concept) => !replaced(concept)) };
  };
  const isKind = (concept: string) => groups.get(concept) === 'kind' || glossary.kinds.some((k) => k.kind === concept);
  const aspects = new Set(glossary.aspects.map((a) => a.aspect));
  const isTerm = (concept: string) => !aspects.has(concept);
  const drop = (text: string, concept: string) =>
    cut(
      text,
      concepts(text).filter((spot) => spot.id === concept),
    );
  return { hear, read, leave, drop, isTerm, isKind, nameOf: gazetteer.nameOf };
}

const YEAR = /\d{2,4}年|去年|前年|今年|明年/;
const YEARS = /\d{2,4}年?(上半年|下半年|底|末|\d{1,2}月底?)?|去年|前年|今年|明年/g;

type Tools = {
  fix: SoundFixer;
  gazetteer: Gazetteer;
  concepts: Lexicon;
  kinds: Lexicon;
  insurances: Lexicon;
  fluff: Lexicon;
};

function listen(raw: string, tools: Tools): Heard {
  const text = tools.fix(fold(raw));
  const places = tools.gazetteer.find(text);
  const { insured, care } = roles(text, places);
  const kind = kindIn(text, tools.kinds);
  const insurance = tools.insurances(text).at(-1)?.id as Insurance | undefined;
  const bare = cut(text, places);
  return {
    text,
    core: coreOf(bare, tools.fluff),
    stem: without(bare, [tools.kinds, tools.insurances, tools.fluff]).trim(),
    concepts: [...new Set(tools.concepts(bare).map((spot) => spot.id))],
    places,
    ...(kind && { kind }),
    ...(insurance && { insurance }),
    ...(insured && { insured }),
    ...(care && { care }),
  };
}

const COUNT = /[零一二两三四五六七八九十百]+(?=个|种|类|家|年|月|天|次|步|条|项|人)/g;

/** What is searched with: no fluff, counts in digits; a text of fluff alone (你好) is kept whole. */
function coreOf(text: string, fluff: Lexicon): string {
  const core = cut(text, fluff(text)).trim();
  return (core === '' ? text : core).replace(COUNT, (count) => chineseToNumber(count)?.toString() ?? count);
}

const DENIED = /(不是|并非|不算|不属于|非|没有|没|未|无|别)$/;
const COMPARES = /分别|还是|区别|相比|哪个|哪种|各|和|、|记混/;

/** The kind of person a text is about: the last one named that is not denied; none when kinds are being compared. */
function kindIn(text: string, kinds: Lexicon): Kind | undefined {
  const named = kinds(text).filter((spot) => !DENIED.test(text.slice(Math.max(0, spot.start - 3), spot.start)));
  const distinct = new Set(named.map((spot) => spot.id));
  if (distinct.size === 2 && distinct.has('resettled') && distinct.has('long_term')) return 'resettled';
  if (distinct.size > 1 && COMPARES.test(text)) return undefined;
  return named.at(-1)?.id as Kind | undefined;
}

/** The words of the field that are also found when typed by their sound. */
export function fieldWords(glossary: Glossary): string[] {
  return [
    ...glossary.terms.filter((t) => t.sound).flatMap((t) => [t.term, ...t.says]),
    ...glossary.kinds.flatMap((k) => k.says),
    ...glossary.insurances.flatMap((n) => n.says),
  ];
}

const without = (text: string, lexicons: readonly Lexicon[]) =>
  lexicons.reduce((rest, lexicon) => cut(rest, lexicon(rest)), text);

/** `text` with the given stretches taken out. */
function cut(text: string, stretches: readonly { start: number; end: number }[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of stretches) {
    out += text.slice(at, start);
    at = Math.max(at, end);
  }
  return out + text.slice(at);
}

import { areaList } from '@vant/area-data';
import type { Insurance, Kind } from '../policy/kinds.js';
import type { RegionCode } from '../policy/region.js';
import { fold } from './fold.js';
import { createGazetteer, type Gazetteer, type Place } from './gazetteer.js';
import type { Glossary } from './glossary.js';
import { createLexicon, type Lexicon } from './lexicon.js';
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
  /** Understands what a person typed. */
  readonly hear: (text: string) => Heard;
  /** The searchable part of a text that an author wrote: no typos to mend, no places to take out. */
  readonly read: (text: string) => Pick<Heard, 'core' | 'concepts'>;
  readonly nameOf: (code: RegionCode) => string;
};

/**
 * Prepares the language tools once.
 * @param aliases short names of places people use
 * @param words further words (of guards) that may be typed by sound
 */
export function createLanguage(
  glossary: Glossary,
  aliases: readonly { code: RegionCode; names: readonly string[] }[],
  words: readonly string[] = [],
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
  const fix = createSoundFixer(soundWords(glossary, words), glossary.not_sound, [
    ...glossary.aspects.flatMap((aspect) => aspect.says),
    ...glossary.spelled,
    ...Object.keys({ ...areaList.province_list, ...areaList.city_list }).map(gazetteer.nameOf),
  ]);
  const hear = (raw: string) => listen(raw, { fix, gazetteer, concepts, kinds, insurances, fluff });
  const read = (raw: string) => {
    const text = fold(raw);
    const kind = kinds(text).at(-1)?.id;
    return {
      core: cut(text, fluff(text)),
      concepts: [...new Set([...concepts(text).map((s) => s.id), ...(kind ? [kind] : [])])],
    };
  };
  return { hear, read, nameOf: gazetteer.nameOf };
}

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
  const kind = tools.kinds(text).at(-1)?.id as Kind | undefined;
  const insurance = tools.insurances(text).at(-1)?.id as Insurance | undefined;
  const bare = cut(text, places);
  return {
    text,
    core: cut(bare, tools.fluff(bare)).trim(),
    stem: without(bare, [tools.kinds, tools.insurances, tools.fluff]).trim(),
    concepts: [...new Set([...tools.concepts(bare).map((spot) => spot.id), ...(kind ? [kind] : [])])],
    places,
    ...(kind && { kind }),
    ...(insurance && { insurance }),
    ...(insured && { insured }),
    ...(care && { care }),
  };
}

function soundWords(glossary: Glossary, words: readonly string[]): string[] {
  return [
    ...glossary.terms.filter((t) => t.sound).flatMap((t) => [t.term, ...t.says]),
    ...glossary.kinds.flatMap((k) => k.says),
    ...glossary.insurances.flatMap((n) => n.says),
    ...words,
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

import { isMunicipality, isProvince, NATION, type RegionCode } from '../policy/region.js';
import { type Area, areas } from './gazetteer-areas.js';
import { isAcrossWords, isNamedAfter, ORDINARY } from './gazetteer-guards.js';
import { type Alias, buildIndex, type Entry, type Index } from './gazetteer-index.js';
import { belongsTo, isOutside } from './gazetteer-names.js';

/** A place named in a text. `outside`: 香港, 澳门, 台湾, which the mainland settlement network does not reach. */
export type Place = {
  readonly code: RegionCode;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly outside: boolean;
};

export type Gazetteer = {
  /** The places of a folded text in order of appearance, without overlaps. */
  readonly find: (text: string) => readonly Place[];
  /** The groups of provinces (京津冀, 长三角 ...) of a folded text. */
  readonly areas: (text: string) => readonly Area[];
  /** The name for showing; 全国 for the nation, the base place for a code with a suffix, the code itself if unknown. */
  readonly nameOf: (code: RegionCode) => string;
};

type Hit = {
  readonly start: number;
  readonly end: number;
  readonly code: RegionCode | undefined;
  readonly open: readonly RegionCode[];
};

/**
 * Builds the gazetteer of all provinces, prefectures and counties.
 * @param aliases further names by code (呼市 for 150100); they win over names of the list. Unknown codes are kept as they are.
 */
export function createGazetteer(aliases: readonly Alias[]): Gazetteer {
  const index = buildIndex(aliases);
  const nameOf = (code: RegionCode) => labelOf(index, code);
  const find = (text: string) => {
    const hits = withoutUniversities(settle(scan(index, text)), text);
    return merge(hits, text).map((hit) => ({ ...hit, name: nameOf(hit.code), outside: isOutside(hit.code) }));
  };
  return { find, areas, nameOf };
}

function labelOf(index: Index, code: RegionCode): string {
  return code === NATION ? '全国' : (index.labels.get(code) ?? index.labels.get(code.slice(0, 6)) ?? code);
}

/** One pass from left to right, the longest name first. A hit without a code and without `open` is a word, not a place. */
function scan(index: Index, text: string): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < text.length - 1; ) {
    const hit = matchAt(index, text, at, hits.at(-1));
    if (hit) hits.push(hit);
    at = hit?.end ?? at + 1;
  }
  return hits;
}

function matchAt(index: Index, text: string, at: number, previous: Hit | undefined): Hit | undefined {
  const outer = previous?.end === at ? previous.code : undefined;
  for (const name of index.heads.get(text.slice(at, at + 2)) ?? []) {
    const entry = index.entries.get(name);
    if (!entry || !text.startsWith(name, at) || isAcrossWords(text, at, name)) continue;
    const hit = hitOf(entry, name, at, outer);
    if (!hit) continue;
    return isNamedAfter(text, at, name) ? { ...hit, code: undefined, open: [] } : hit;
  }
  return undefined;
}

function hitOf(entry: Entry, name: string, at: number, outer: RegionCode | undefined): Hit | undefined {
  const span = { start: at + entry.lead, end: at + name.length };
  const inside = outer === undefined ? undefined : insideOf(entry, name, outer);
  if (inside !== undefined) return { ...span, code: inside, open: [] };
  if (entry.plain === undefined && entry.context.length === 0) return undefined;
  return { ...span, code: entry.plain, open: entry.context };
}

function insideOf(entry: Entry, name: string, outer: RegionCode): RegionCode | undefined {
  const risky = ORDINARY.has(name) && isProvince(outer) && !isMunicipality(outer); // 青海平安保险, 河北大城市
  const inner = risky ? [] : entry.inner;
  const known = entry.plain === undefined ? [] : [entry.plain];
  return [...known, ...entry.context, ...inner].find((code) => belongsTo(code, outer));
}

type Named = { readonly code: RegionCode; readonly start: number; readonly end: number };

/** Gives an open name (新城区) the code that lies in a place named elsewhere in the text, if exactly one does. */
function settle(hits: readonly Hit[]): Named[] {
  const known = hits.flatMap(({ code, open }) => (code !== undefined && open.length === 0 ? [code] : []));
  return hits.flatMap(({ code, open, start, end }) => {
    const fitting = open.filter((candidate) => known.some((outer) => belongsTo(candidate, outer)));
    const chosen = fitting.length === 1 ? fitting[0] : code;
    return chosen === undefined ? [] : [{ code: chosen, start, end }];
  });
}

/** 北京大学深圳医院 is in 深圳: a place that names a university before the place of its hospital is dropped. */
function withoutUniversities(hits: readonly Named[], text: string): Named[] {
  return hits.filter(({ end }, i) => {
    const next = hits[i + 1];
    if (next === undefined || next.start - end > 9) return true;
    const between = text.slice(end, next.start);
    return !(
      /^[^,。\s]{0,4}大学(?:附属|医学院|医学部)?$/.test(between) && /^[^,。\s]{0,6}医院/.test(text.slice(next.end))
    );
  });
}

const GAP = /^[\s的·(-]?$/;

/** Joins a place and the one inside it that follows: 内蒙古呼和浩特, 江苏省苏州市昆山市. */
function merge(hits: readonly Named[], text: string): Named[] {
  const merged: Named[] = [];
  for (const hit of hits) {
    const last = merged.at(-1);
    const joined = last !== undefined && GAP.test(text.slice(last.end, hit.start)) && belongsTo(hit.code, last.code);
    if (joined) merged[merged.length - 1] = { ...hit, start: last.start };
    else merged.push(hit);
  }
  return merged;
}

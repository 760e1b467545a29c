import type { RegionCode } from '../policy/region.js';
import { NEEDS_CONTEXT, ORDINARY } from './gazetteer-guards.js';
import { CORPS, CORPS_NAMES, type Division, divisions, fullNames, isOutside } from './gazetteer-names.js';

/** Who a name may mean: by itself, if a place it lies in is named too, or right behind such a place (北京朝阳). */
export type Entry = {
  plain: RegionCode | undefined;
  readonly context: RegionCode[];
  readonly inner: RegionCode[];
  /** Characters of the name that are not the place: 在 of 在沪. */
  readonly lead: number;
};

export type Index = {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Names by their first two characters, the longest first. */
  readonly heads: ReadonlyMap<string, readonly string[]>;
  readonly labels: ReadonlyMap<RegionCode, string>;
};

export type Alias = { readonly code: RegionCode; readonly names: readonly string[] };

type Way = 'plain' | 'context' | 'inner';

/** 朝阳区 without a city is taken for the one in 北京 that everybody knows, unless 长春 is named. */
const BEST_KNOWN: ReadonlyMap<string, RegionCode> = new Map([['朝阳区', '110105']]);

const ONE_CHARACTER: Readonly<Record<string, RegionCode>> = {
  京: '110000',
  津: '120000',
  沪: '310000',
  渝: '500000',
  粤: '440000',
  琼: '460000',
};

/** Reads the list of divisions and the aliases into one index. Aliases win over names of the list. */
export function buildIndex(aliases: readonly Alias[]): Index {
  const entries = new Map<string, Entry>();
  const all = divisions();
  addAbbreviations(entries);
  for (const { code, names } of aliases) for (const name of names) add(entries, name, code, 'plain');
  for (const name of CORPS_NAMES) add(entries, name, CORPS, 'plain');
  const repeated = repeatedNames(all);
  for (const division of all) addDivision(entries, division, repeated);
  return { entries, heads: headsOf(entries), labels: labelsOf(all, entries) };
}

function add(entries: Map<string, Entry>, name: string, code: RegionCode, way: Way, lead = 0): void {
  const entry = entries.get(name) ?? { plain: undefined, context: [], inner: [], lead };
  entries.set(name, entry);
  if (way === 'plain' && entry.plain === undefined) entry.plain = code;
  else if (way === 'context') entry.context.push(code);
  else if (entry.plain !== code) entry.inner.push(code);
}

// 京 and 沪 are never a place alone, but 来京, 在沪 and 赴粤 are.
function addAbbreviations(entries: Map<string, Entry>): void {
  for (const [char, code] of Object.entries(ONE_CHARACTER)) {
    for (const verb of '进来在赴返抵驻离') add(entries, verb + char, code, 'plain', 1);
  }
}

function repeatedNames(all: readonly Division[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { full } of all) (seen.has(full) ? repeated : seen).add(full);
  return repeated;
}

function addDivision(entries: Map<string, Entry>, division: Division, repeated: ReadonlySet<string>): void {
  const { code, full, short, level } = division;
  const vague = repeated.has(full) || NEEDS_CONTEXT.has(full) || !isWellKnown(division);
  for (const name of fullNames(division)) add(entries, name, code, vague ? 'context' : 'plain');
  if (BEST_KNOWN.get(full) === code) add(entries, full, code, 'plain');
  if (level === 'county' && isProvinceName(entries, short)) return; // 天津河北 is 天津 and 河北, not 河北区
  if (short !== full) add(entries, short, code, shortWay(division));
}

const isProvinceName = (entries: ReadonlyMap<string, Entry>, name: string): boolean =>
  entries.get(name)?.plain?.endsWith('0000') ?? false;

// Codes from 90 on and towns are additions of the package: 经济技术开发区, 长安镇.
const isWellKnown = ({ code, full, level }: Division): boolean =>
  level !== 'county' || (!/9\d$/.test(code) && !/[镇道港园处院会湖城]$/.test(full));

function shortWay({ code, full, short, level }: Division): Way {
  if (isOutside(code) && /^台[中南东]$|^新/.test(short)) return 'inner'; // 平台|中查询
  if (level !== 'county') return 'plain';
  return full.endsWith('市') && !ORDINARY.has(short) ? 'plain' : 'inner';
}

function headsOf(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, readonly string[]> {
  const heads = new Map<string, string[]>();
  for (const name of entries.keys()) {
    const head = name.slice(0, 2);
    const names = heads.get(head);
    if (names) names.push(name);
    else heads.set(head, [name]);
  }
  for (const names of heads.values()) names.sort((a, b) => b.length - a.length);
  return heads;
}

/** Names for showing: 内蒙古, 呼和浩特, 昆山, 嘉善县, 北京朝阳区; a short name that means another place stays long (吉林市). */
function labelsOf(all: readonly Division[], entries: ReadonlyMap<string, Entry>): ReadonlyMap<RegionCode, string> {
  const labels = new Map<RegionCode, string>([[CORPS, '新疆兵团']]);
  for (const division of all) labels.set(division.code, labelOf(division, entries, labels));
  return labels;
}

function labelOf(
  division: Division,
  entries: ReadonlyMap<string, Entry>,
  labels: ReadonlyMap<RegionCode, string>,
): string {
  const { code, full, short, level } = division;
  const long = fullNames(division).at(-1) ?? full;
  if (level === 'county' && !full.endsWith('市')) return full.endsWith('区') ? outerLabel(code, labels) + full : long;
  return level === 'province' || entries.get(short)?.plain === code ? short : long;
}

const outerLabel = (code: RegionCode, labels: ReadonlyMap<RegionCode, string>): string =>
  labels.get(`${code.slice(0, 4)}00`) ?? labels.get(`${code.slice(0, 2)}0000`) ?? '';

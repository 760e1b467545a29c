import { areaList } from '@vant/area-data';
import { isWithin, provinceOf, type RegionCode } from '../policy/region.js';

export type Level = 'province' | 'prefecture' | 'county';

/** One administrative division: its full name, and its name without 省, 市, 自治州, 县 ... */
export type Division = {
  readonly code: RegionCode;
  readonly full: string;
  readonly short: string;
  readonly level: Level;
};

/** 新疆生产建设兵团 has its own medical insurance and no entry in the administrative list. */
export const CORPS: RegionCode = '660000';
export const CORPS_NAMES: readonly string[] = [
  '新疆兵团',
  '新疆生产建设兵团',
  '生产建设兵团',
  '新疆建设兵团',
  '建设兵团',
  '兵团',
];

const PEOPLES =
  '蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|塔吉克|怒族|裕固族|保安族|独龙族|普米族|各族';
const AUTONOMOUS = new RegExp(`(?<=..)(?:${PEOPLES})*族?自治[州县旗]$`);
const REGION = /(?:壮族|回族|维吾尔)?自治区$/;
const SUFFIX = /(?<=..)(?:特别行政区|省|市|地区|盟|新区|林区|[县区旗])$/;

/** The name without what kind of division it is and without the peoples it is named for: 恩施土家族苗族自治州 -> 恩施. */
export function shorten(full: string): string {
  return full.includes('自治') && !full.endsWith('自治区')
    ? full.replace(AUTONOMOUS, '')
    : full.replace(REGION, '').replace(SUFFIX, '');
}

/** Every name by which the list itself lets a division be called, besides its short one: 延边州, 彭水县, 鄂温克旗. */
export function fullNames({ full, short }: Division): readonly string[] {
  const kind = /自治([州县旗])$/.exec(full)?.[1];
  return kind === undefined ? [full] : [full, short + kind];
}

const division = (code: string, full: string, level: Level): Division => ({
  code,
  full,
  short: shorten(full),
  level,
});

// 省直辖县, 县 and the city inside a municipality are rows of the list, not places anybody names.
const isRealCity = ([code, name]: [string, string]): boolean =>
  !/^(?:省直辖县|县|自治区直辖县级行政区划)$/.test(name) &&
  areaList.province_list[provinceOf(code)] !== name &&
  (!isOutside(code) || name.endsWith('市'));

/** Provinces, prefectures and counties of the package, in that order. */
export function divisions(): readonly Division[] {
  const provinces = Object.entries(areaList.province_list).map(([code, name]) => division(code, name, 'province'));
  const cities = Object.entries(areaList.city_list)
    .filter(isRealCity)
    .map(([code, name]) => division(code, name, 'prefecture'));
  const counties = Object.entries(areaList.county_list)
    .filter(([code, name]) => name !== '市辖区' && !isOutside(code))
    .map(([code, name]) => division(code, name, 'county'));
  return [...provinces, ...cities, ...counties];
}

/** True for 香港, 澳门 and 台湾: outside the mainland settlement network. */
export const isOutside = (code: RegionCode): boolean => /^(?:71|81|82)/.test(code);

/** True if `inner` lies in `outer` in speech: the corps is in 新疆, though not in its insurance. */
export const belongsTo = (inner: RegionCode, outer: RegionCode): boolean =>
  inner === CORPS ? outer === '650000' : inner !== outer && isWithin(inner, outer);

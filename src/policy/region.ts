/** A six-digit administrative code, or one with a suffix for a scheme narrower than its area (`410000-provincial`). */
export type RegionCode = string;

/** The code of the nation: its rules hold everywhere. */
export const NATION: RegionCode = '000000';

/** The province a code lies in, as a code; the nation for the nation. */
export const provinceOf = (code: RegionCode): RegionCode => `${code.slice(0, 2)}0000`;

/** The prefecture a code lies in, as a code (a municipality's districts share one). */
export const cityOf = (code: RegionCode): RegionCode => `${code.slice(0, 4)}00`;

/** True if the code names a whole province, autonomous region or municipality. */
export const isProvince = (code: RegionCode): boolean => code === provinceOf(code) && code !== NATION;

const MUNICIPALITIES = new Set(['110000', '120000', '310000', '500000']);

/** True for 北京, 天津, 上海, 重庆 and all inside them: the pool is the whole municipality. */
export const isMunicipality = (code: RegionCode): boolean => MUNICIPALITIES.has(provinceOf(code));

/**
 * The pooling area a person of this place belongs to: the municipality, else the prefecture, else the code itself.
 * A code with a suffix (provincial scheme, county scheme) is its own pool.
 */
export function poolOf(code: RegionCode): RegionCode {
  if (code.includes('-') || code === NATION) return code;
  if (isMunicipality(code)) return provinceOf(code);
  return isProvince(code) ? code : cityOf(code);
}

/** True if `inner` is `outer` or lies inside it. */
export function isWithin(inner: RegionCode, outer: RegionCode): boolean {
  if (outer === NATION || inner === outer) return true;
  if (outer.includes('-') || inner.includes('-')) return false;
  const prefix = outer.replace(/(00)+$/, '');
  return inner.startsWith(prefix);
}

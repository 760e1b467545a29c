/** The answer of someone who doesn't know, where the question allows it. */
export const UNKNOWN = 'unknown';

/** True if `text` is a plain decimal: yuan, a count, or a share as a fraction. */
export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** True if `text` has the form of a region's code. */
export const isRegionCode = (text: string): boolean => /^\d{6}(-[a-z]+)?$/.test(text);

import { z } from 'zod';
import { ceilingSchema, maxRateSchema } from './shapes/ceiling.js';
import { classBSchema } from './shapes/class-b.js';
import { deductibleSchema } from './shapes/deductible.js';
import { accountSchema, largeSchema, layerSchema, seriousIllnessSchema } from './shapes/layers.js';
import { outOfAreaSchema } from './shapes/out-of-area.js';
import { ratioSchema } from './shapes/ratio.js';
import { SETTINGS, type Setting } from './situation.js';

const crossYearSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('whole') }).describe('the stay is settled as one, on the day of discharge'),
  z
    .strictObject({ mode: z.literal('by_days'), deductible: z.enum(['once', 'each']) })
    .describe('the cost is split by days over the two years; the deductible once or in each'),
]);

/** The rules of a kind of care: the same keys for inpatient, chronic and ordinary outpatient care. */
const CARE = {
  deductible: deductibleSchema,
  ratio: ratioSchema,
  out_of_area: outOfAreaSchema,
  return_visit: outOfAreaSchema,
  ceiling: ceilingSchema,
} as const;

/** The rules that hold whatever the kind of care. */
const GENERAL = {
  class_b: classBSchema,
  max_rate: maxRateSchema,
  large: largeSchema,
  serious_illness: seriousIllnessSchema,
  aid: layerSchema,
  tilted_aid: layerSchema,
  supplement: layerSchema,
  account: accountSchema,
  cross_year: crossYearSchema,
  rounding: z.enum(['line', 'end']).describe('to the fen at the end of each line, or only at the end of all'),
} as const;

type CareKey = keyof typeof CARE;
export type GeneralKey = keyof typeof GENERAL;
export type Key = `${Setting}.${CareKey}` | GeneralKey;

export type CareRule<K extends CareKey> = z.output<(typeof CARE)[K]>;
export type GeneralRule<K extends GeneralKey> = z.output<(typeof GENERAL)[K]>;
export type RuleOf<K extends Key> = K extends `${Setting}.${infer C extends CareKey}`
  ? CareRule<C>
  : K extends GeneralKey
    ? GeneralRule<K>
    : never;

const CARE_KEYS = Object.keys(CARE) as CareKey[];

/** Every parameter a region may state or a caller may supply, with the schema of its shapes. */
export const RULES: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(SETTINGS.flatMap((setting) => CARE_KEYS.map((key) => [`${setting}.${key}`, CARE[key]]))),
  ...GENERAL,
};

export const KEYS = Object.keys(RULES) as Key[];

/** The full key of a rule of care named without its setting (`ratio` for `inpatient.ratio`). */
export const keyFor = (name: string, setting: Setting): string =>
  CARE_KEYS.includes(name as CareKey) ? `${setting}.${name}` : name;

const perSetting = <T>(make: (setting: Setting) => T) =>
  Object.fromEntries(SETTINGS.map((setting) => [setting, make(setting)])) as Readonly<Record<Setting, T>>;

/** The full keys of each kind of care: `CARE_KEY.inpatient.ratio` is `inpatient.ratio`. */
export const CARE_KEY = perSetting(
  (setting) =>
    Object.fromEntries(CARE_KEYS.map((name) => [name, `${setting}.${name}`])) as {
      readonly [C in CareKey]: `${Setting}.${C}`;
    },
);

const NAMES = perSetting(
  (setting): Readonly<Record<string, CareKey>> =>
    Object.fromEntries(CARE_KEYS.map((name) => [`${setting}.${name}`, name])),
);

/** The short name of a rule of this kind of care (`ratio` for `inpatient.ratio`); any other key as it is. */
export const nameIn = (setting: Setting, key: Key): string => NAMES[setting][key] ?? key;

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { answer, type Mode } from '../../src/calculator/machine.js';
import { type Region, type Regions, regionSchema } from '../../src/calculator/region.js';
import type { Judge } from '../../src/calculator/request.js';

export const TODAY = '2026-06-15';

/** A region's file from its parameters in YAML; made-up codes begin with 99. */
export function region(code: string, parameters: string, more = ''): Region {
  const text = `region: "${code}"\nnames: [示例市]\nchecked: 2026-01-01\n${more}\nparameters:\n${parameters}`;
  return regionSchema.parse(parse(text)) as Region;
}

export const regionsOf = (...regions: readonly Region[]): Regions => new Map(regions.map((one) => [one.region, one]));

/** A judge that knows these regions; every other code that begins with 99 is a place without a file. */
export const judgeOf = (...regions: readonly Region[]): Judge => ({
  regions: regionsOf(...regions),
  isPlace: (code) => code.startsWith('99'),
});

/** What the machine side gives, as the tests look at it. */
export type Out = {
  readonly lines: readonly OutLine[];
  readonly total: string | null;
  readonly inScope: string | null;
  readonly pool: string | null;
  readonly fund: string | null;
  readonly self: string | null;
  readonly account: string | null;
  readonly cash: string | null;
  readonly assumed: readonly { readonly code: string; readonly text: string }[];
  readonly missing: readonly { readonly key: string; readonly text: string }[];
  readonly error?: { readonly code: string; readonly field: string; readonly message: string };
};

export type OutLine = {
  readonly id: string;
  readonly label: string;
  readonly working: string;
  readonly value: string;
  readonly whose: string;
  readonly sources: readonly Readonly<Record<string, string>>[];
};

/** The answer of the machine side as plain JSON. */
export const ask = (mode: Mode, input: unknown, judge = judgeOf(), today = TODAY): Readonly<Record<string, unknown>> =>
  JSON.parse(JSON.stringify(answer(mode, input, judge, today)));

export const settled = (input: unknown, judge = judgeOf(), today = TODAY): Out =>
  ask('settle', input, judge, today) as Out;

export const lineOf = (out: Out, id: string): OutLine | undefined => out.lines.find((line) => line.id === id);
export const amountOf = (out: Out, id: string): string | undefined => lineOf(out, id)?.value;
export const workingOf = (out: Out, id: string): string | undefined => lineOf(out, id)?.working;
export const idsOf = (out: Out): string[] => out.lines.map(({ id }) => id);
export const assumedIn = (out: Out): string[] => out.assumed.map(({ code }) => code);
export const missingIn = (out: Out): string[] => out.missing.map(({ key }) => key);

/** A case of a file in `cases/`: a request, and the figures it must give; sums and lines by their ids. */
export type FileCase = {
  readonly id: string;
  readonly shape?: string;
  readonly mode?: Mode;
  readonly in: unknown;
  readonly out: Readonly<Record<string, unknown>>;
  /** How the reason of a difference ends. */
  readonly says?: string;
  readonly workings?: Readonly<Record<string, string>>;
  readonly assumed?: readonly string[];
  readonly missing?: readonly string[];
};

const FOLDER = join(import.meta.dirname, 'cases');

export const caseFiles = (): string[] => readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

export const casesIn = (file: string): FileCase[] =>
  parse(readFileSync(join(FOLDER, file), 'utf8'), { merge: true }) as FileCase[];

/** A usual bill of 20000 in scope with a deductible of 1000 and 85 %, of which (20000 − 1000) × 85 % = 16150 is paid. */
export const usual = (more: object = {}, rules: object = {}): { case: object; rules: object } => ({
  case: { cost: { inScope: 20000 }, ...more },
  rules: { deductible: '1000', ratio: '0.85', ...rules },
});

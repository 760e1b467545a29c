import { describe, expect, it } from 'vitest';
import { STAGES } from '../../src/calculator/settlement.js';
import { ask, assumedIn, caseFiles, casesIn, type FileCase, missingIn, type Out, settled } from './support.js';

/** Every figure of a settlement by its name: lines (null where there is none), and the sums over them. */
function figuresOf(out: Out): Record<string, unknown> {
  const { lines, assumed: _, missing: __, ...sums } = out;
  const none = Object.fromEntries(STAGES.map((id) => [id, null]));
  return { ...none, ...sums, ...Object.fromEntries(lines.map(({ id, value }) => [id, value])) };
}

function checkSettled({ in: input, out, workings = {}, assumed = [], missing = [] }: FileCase): void {
  const given = settled(input);
  expect(figuresOf(given)).toMatchObject(out);
  expect(Object.fromEntries(given.lines.map(({ id, working }) => [id, working]))).toMatchObject(workings);
  expect(assumedIn(given)).toEqual(expect.arrayContaining([...assumed]));
  expect(missingIn(given)).toEqual(missing);
}

function checkOther({ mode = 'settle', in: input, out, says = '' }: FileCase): void {
  const given = ask(mode, input);
  expect(given).toMatchObject(out);
  const first = given['first'] as { why: string } | null | undefined;
  if (says !== '') expect(first?.why.endsWith(says)).toBe(true);
}

describe.each(caseFiles())('%s', (file) => {
  it.each(casesIn(file).map((one) => [one.id, one] as const))('%s', (_, one) => {
    if ((one.mode ?? 'settle') === 'settle') checkSettled(one);
    else checkOther(one);
  });
});

const SHAPES = [
  ...['S1', 'S2', 'S2b', 'S3', 'S4', 'S5', 'S5b', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11', 'S12', 'S13', 'S14', 'S15'],
  ...Array.from({ length: 13 }, (_, i) => `D${i + 1}`),
  ...Array.from({ length: 15 }, (_, i) => `R${i + 1}`),
  ...Array.from({ length: 5 }, (_, i) => `B${i + 1}`),
  ...Array.from({ length: 13 }, (_, i) => `C${i + 1}`),
];

const shown = new Set(casesIn('shapes.yaml').map(({ shape }) => shape));

it.each(SHAPES)('shape %s has a case', (shape) => {
  expect(shown).toContain(shape);
});

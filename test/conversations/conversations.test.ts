import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { App } from '../../src/app.js';
import type { Choice } from '../../src/dialogue/types.js';
import { NOW, type Said, talk, testApp } from '../support/app.js';
import { type CaseTurn, casesSchema } from './case.js';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const TROUBLES = ['happy', 'correction', 'digression', 'cancel', 'resume', 'refusal', 'contradiction', 'estimate'];

const files = TROUBLES.flatMap((trouble) =>
  readdirSync(join(FOLDER, trouble))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${trouble}/${name}`),
);

let app: App;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const morningOf = (day: string): Date => new Date(`${day}T10:00:00+08:00`);

/** The button of that label shown last. */
function buttonOf(label: string, shown: readonly Choice[]): { press: string } {
  const button = shown.findLast((choice) => choice.label === label);
  if (!button)
    throw new Error(`no button「${label}」was shown; there were: ${shown.map((one) => one.label).join(' ')}`);
  return { press: button.press };
}

const openOf = ({ open }: Said, full: boolean): string | null =>
  open && (full ? `${open.flow}/${open.slot}` : open.slot);

const workingOf = ({ blocks }: Said): Record<string, string> =>
  Object.fromEntries(
    blocks.flatMap((block) => ('working' in block ? block.working.map(({ id, value }) => [id, value]) : [])),
  );

function check(reply: Said, wanted: CaseTurn, where: string): void {
  const labels = [...reply.choices, ...reply.actions].map(({ label }) => label);
  if (wanted.status !== undefined) expect.soft(reply.status, `${where}\n${reply.text}`).toBe(wanted.status);
  for (const words of wanted.text) expect.soft(reply.text, where).toContain(words);
  for (const words of wanted.not) expect.soft(reply.text, where).not.toContain(words);
  expect.soft(labels, where).toEqual(expect.arrayContaining(wanted.choices));
  for (const label of wanted.no_choices) expect.soft(labels, where).not.toContain(label);
  if (wanted.open !== undefined)
    expect.soft(openOf(reply, wanted.open?.includes('/') ?? false), `${where}\n${reply.text}`).toBe(wanted.open);
  expect.soft(workingOf(reply), where).toMatchObject(wanted.working);
  if (wanted.files)
    expect
      .soft(
        reply.files.map(({ name }) => name),
        where,
      )
      .toEqual(wanted.files);
  if (wanted.region !== undefined) expect.soft(reply.region?.code ?? null, where).toBe(wanted.region);
}

describe.each(files)('%s', (file) => {
  const cases = casesSchema.parse(parse(readFileSync(join(FOLDER, file), 'utf8')));
  test.each(cases)('$name', async ({ name, at, turns }) => {
    const say = talk(app, `${file} ${name}`);
    const shown: Choice[] = [];
    let now = at === undefined ? NOW : morningOf(at);
    for (const [i, turn] of turns.entries()) {
      if (turn.at !== undefined) now = morningOf(turn.at);
      const reply = await say(turn.say ?? buttonOf(turn.press ?? '', shown), now);
      check(reply, turn, `turn ${i + 1}: ${turn.say ?? `[${turn.press}]`}`);
      shown.push(...reply.actions, ...reply.choices);
    }
  });
});

test('there are cases of every trouble', () => {
  expect(new Set(files.map((file) => file.split('/')[0]))).toEqual(new Set(TROUBLES));
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.js';
import type { Entry } from '../../src/knowledge/entry.js';
import { talk, testApp } from '../support/app.js';
import { realKnowledge } from '../support/knowledge.js';

let app: App;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const { entries, flows } = realKnowledge();

/** The task that a question begins in a fresh conversation, or a result it gets at once. */
async function begunBy(question: string): Promise<string | undefined> {
  const { open, status } = await talk(app, question)(question);
  return open?.flow ?? (status === 'outcome' ? status : undefined);
}

/** An entry that offers a task is meant to lead to it, and one that is asked may as well begin it. */
const leadsTo = ({ offer }: Entry, flow: string): boolean =>
  offer.includes(`flow:${flow}`) || (flow === 'outcome' && offer.includes('flow:estimate'));

async function stolen(questionsOf: (entry: Entry) => readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of entries.values())
    for (const question of questionsOf(entry)) {
      const flow = await begunBy(question);
      if (flow !== undefined && !leadsTo(entry, flow)) found.push(`${entry.entry}: ${question} -> ${flow}`);
    }
  return found;
}

describe('a task never steals a plain question', () => {
  test('the first wording of every entry is answered, not walked through', { timeout: 120_000 }, async () => {
    expect(await stolen(({ questions }) => questions.slice(0, 1))).toEqual([]);
  });

  test('nor do other wordings begin a task, but for a few with sums in them', { timeout: 120_000 }, async () => {
    const found = await stolen(({ questions }) => questions.filter((_, i) => i % 10 === 1));
    expect(found.filter((one) => !/-> (estimate|outcome)$/.test(one))).toEqual([]);
    expect(found.length).toBeLessThanOrEqual(MOST_BILLS);
  });
});

/** Sums in questions about something else, taken for a bill; to be brought down, not up. */
const MOST_BILLS = 3;

test('every trigger begins its own task, also with a courtesy', { timeout: 120_000 }, async () => {
  const wrong: string[] = [];
  for (const { flow, triggers } of flows.values())
    for (const trigger of triggers)
      for (const said of [trigger, `您好，${trigger}，谢谢`]) {
        const begun = await begunBy(said);
        if (begun !== flow) wrong.push(`${said} -> ${begun}`);
      }
  expect(wrong).toEqual([]);
});

test.each([
  ['手把手教我备案', 'filing'],
  ['能不能一步一步教我办手工报销？', 'manual_claim'],
  ['一步一步带我查医院', 'find_hospital'],
  ['你问我答吧', 'filing'],
])('who asks to be led is led: %s', async (said, flow) => {
  expect(await begunBy(said)).toBe(flow);
});

test.each(['全家搬过去要一个一个备吗', '报销是怎么一步步算出来的', '异地结算是哪年一步一步推开的'])(
  'who asks how something goes is answered: %s',
  async (said) => {
    expect(await begunBy(said)).toBeUndefined();
  },
);

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.js';
import { talk, testApp } from '../support/app.js';
import { realKnowledge } from '../support/knowledge.js';

let app: App;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const { entries, flows } = realKnowledge();

describe('a task never steals a plain question', () => {
  test('the first wording of every entry is answered, not walked through', async () => {
    const stolen: string[] = [];
    for (const { entry, questions } of entries.values()) {
      const reply = await talk(app, entry)(questions[0] ?? '');
      if (reply.open || reply.status === 'outcome')
        stolen.push(`${entry}: ${questions[0]} -> ${reply.open?.flow ?? reply.status}`);
    }
    expect(stolen).toEqual([]);
  });

  test('no other wording of an entry begins a task it was not written for', async () => {
    const stolen: string[] = [];
    for (const { entry, questions } of entries.values())
      for (const [i, question] of questions.slice(1).entries()) {
        const { open } = await talk(app, `${entry} ${i}`)(question);
        if (open) stolen.push(`${entry}: ${question} -> ${open.flow}`);
      }
    expect(stolen).toEqual([]);
  });
});

test('every trigger begins its own task, in a fresh conversation and with a courtesy', async () => {
  const wrong: string[] = [];
  for (const { flow, triggers } of flows.values())
    for (const trigger of triggers)
      for (const said of [trigger, `您好，${trigger}，谢谢`]) {
        const { open, status } = await talk(app, said)(said);
        if (open?.flow !== flow) wrong.push(`${said} -> ${open?.flow ?? status}`);
      }
  expect(wrong).toEqual([]);
});

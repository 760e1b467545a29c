import { expect, test } from 'vitest';
import { testApp } from '../support/app.js';
import { evaluate, grouped, shares } from './evaluate.js';
import { readQuestions } from './questions.js';

/** What the labelled questions must at least reach; raised when the product gets better, never lowered to let a change pass. */
const FLOORS = { all: 0.83, refusals: 0.8, wrong: 0.01, emergency: 1 } as const;
const AT = new Date('2026-11-22T10:00:00+08:00');

test('the labelled questions are answered right, refused right, and hardly ever wrong', {
  timeout: 300_000,
}, async () => {
  const questions = readQuestions();
  expect(questions.length).toBeGreaterThanOrEqual(250);
  const app = await testApp();
  const results = await evaluate(app, questions, AT);
  await app.close();
  const reached = shares(results);
  expect(reached.all).toBeGreaterThanOrEqual(FLOORS.all);
  expect(reached.refusals).toBeGreaterThanOrEqual(FLOORS.refusals);
  expect(reached.wrong).toBeLessThanOrEqual(FLOORS.wrong);
  const emergencies = grouped(results, (question) => question.expect.kind).get('emergency') ?? [];
  expect(shares(emergencies).all).toBeGreaterThanOrEqual(FLOORS.emergency);
});

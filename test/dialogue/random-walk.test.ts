import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STATUSES } from '../../src/dialogue/types.js';
import { realKnowledge } from '../support/knowledge.js';
import { editedContent } from './walk/edited.js';
import { finish, newWalk, step, type Walk } from './walk/step.js';
import { type World, worldOf } from './walk/world.js';

const USERS = 100;
const ROUNDS = 10;
const STEPS = 100;

const questions = [...realKnowledge().entries.values()].slice(0, 60).flatMap(({ questions: [first] }) => first ?? []);
const trouble: object[] = [];

const walksOf = (users: number, seed: number): Walk[] =>
  Array.from({ length: users }, (_, i) => newWalk(`walker ${seed + i}`, seed + i));

/** One round: each walk goes some steps and, now and then, on to the end of its task. */
async function round(world: World, walks: readonly Walk[], steps: number): Promise<void> {
  for (const walk of walks) {
    for (let i = 0; i < steps; i += 1) await step(walk, world, questions);
    await finish(walk, world);
  }
}

test(`${USERS * ROUNDS * STEPS} random steps over all flows keep what was answered`, { timeout: 900_000 }, async () => {
  const content = realKnowledge();
  const worlds = [
    await worldOf(content, (event) => trouble.push(event)),
    await worldOf(editedContent(content), (event) => trouble.push(event)),
  ];
  const walks = walksOf(USERS, 1);
  for (let i = 0; i < ROUNDS; i += 1) {
    const world = worlds[i % 2] as World;
    if (i > 0) for (const { user } of walks) await world.put(user, await (worlds[(i + 1) % 2] as World).session(user));
    await round(world, walks, STEPS);
  }
  for (const { app } of worlds) await app.close();
  expect(trouble).toEqual([]);
  const statuses = new Set(walks.flatMap(({ statuses: met }) => [...met]));
  expect([...statuses].filter((status) => !STATUSES.includes(status))).toEqual([]);
  expect(statuses).toContain('outcome');
  const flows = new Set(walks.flatMap(({ ended }) => [...ended]));
  expect(flows).toEqual(new Set(content.flows.keys()));
});

test('a hundred walks go on after restarts from a file, with flows changed meanwhile', {
  timeout: 900_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yidi-walks-'));
  const content = realKnowledge();
  const walks = walksOf(USERS, 1000);
  for (const version of [content, content, editedContent(content)]) {
    const world = await worldOf(version, (event) => trouble.push(event), `file:${join(folder, 'walks.sqlite')}`);
    await round(world, walks, 8);
    await world.app.close();
  }
  rmSync(folder, { recursive: true, force: true });
  expect(trouble).toEqual([]);
});

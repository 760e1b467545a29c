import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/content/load.js';
import { ContentError, formatProblem } from '../../src/content/problem.js';
import { say } from '../../src/content/wording.js';
import { BAD_CONTENT, contentFolder, problemsOf, TODAY } from '../support/content-folder.js';

const CASES = readdirSync(join(BAD_CONTENT, 'cases')).sort();

/** The place, and the words that what, why and cure must hold, one a line. */
function expectedOf(name: string) {
  const lines = readFileSync(join(BAD_CONTENT, 'cases', name, 'expected.txt'), 'utf8')
    .trim()
    .split('\n');
  const [place = '', what = '', why = '', cure = ''] = lines;
  const [file, line] = place.split(':');
  return { file, line: Number(line), what, why, cure };
}

function within<T>(name: string | undefined, look: (root: string) => T): T {
  const { root, remove } = contentFolder(name);
  try {
    return look(root);
  } finally {
    remove();
  }
}

test('the folder that the mistakes are put into has none itself', () => {
  expect(within(undefined, (root) => problemsOf(root))).toEqual([]);
});

describe('each mistake is told once, with its place, why it matters and what to do', () => {
  test.each(CASES)('%s', (name) => {
    const { file, line, what, why, cure } = expectedOf(name);
    const problems = within(name, (root) => problemsOf(root));
    expect(problems).toEqual([
      {
        file,
        line,
        what: expect.stringContaining(what),
        why: expect.stringContaining(why),
        cure: expect.stringContaining(cure),
      },
    ]);
  });

  test.each(CASES)('%s: expected.txt asks for words in every part', (name) => {
    const { file, line, what, why, cure } = expectedOf(name);
    expect(file).toMatch(/^(knowledge|flows)\/.+\.yaml$/);
    expect(line).toBeGreaterThan(0);
    for (const words of [what, why, cure]) expect(words.length).toBeGreaterThan(2);
  });
});

test('every kind of mistake that a rule can tell has a case', () => {
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  expect(CASES).toEqual(expect.arrayContaining(Object.keys(say).map(kebab)));
});

describe('content with a mistake', () => {
  test('cannot be served; the error carries every problem as text', () => {
    within('unknown-fact', (root) => {
      const load = () => loadKnowledge(root, TODAY);
      expect(load).toThrow(ContentError);
      for (const problem of problemsOf(root)) expect(load).toThrow(formatProblem(problem));
    });
  });

  test('a problem as text is file:line, then what, why and cure', () => {
    expect(formatProblem({ file: 'knowledge/a.yaml', line: 3, what: '错了', why: '因为', cure: '改掉' })).toBe(
      'knowledge/a.yaml:3  错了\n    因为\n    → 改掉',
    );
  });
});

describe('what depends on the day', () => {
  test('a conflict with a fact that has ended is none', () => {
    within('conflict', (root) => {
      expect(problemsOf(root, '2024-12-31')).toHaveLength(1);
    });
  });
});

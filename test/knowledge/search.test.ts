import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { wordingsOf } from '../../src/knowledge/choose.js';
import type { Wording } from '../../src/knowledge/index-wordings.js';
import { createSearch, type Hit } from '../../src/knowledge/search.js';
import { tokensOf } from '../../src/knowledge/tokens.js';
import { createLanguage } from '../../src/language/understand.js';
import { realKnowledge } from '../support/knowledge.js';
import { slowSearch } from './slow-search.js';

const text = fc.string({ unit: fc.constantFrom(...'备案异地报销住院多久 a6'), maxLength: 9 });
const concepts = fc.uniqueArray(fc.constantFrom('备案', '住院', 'how_long'), { maxLength: 2 });
const query = fc.record({ text, concepts });
const wording: fc.Arbitrary<Wording> = fc.record({
  entry: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  text,
  concepts,
  weight: fc.constantFrom(1, 0.95, 0.62),
});
const corpus = fc.array(wording, { maxLength: 14 });

type Scored = Pick<Hit, 'entry' | 'score'>;

const scores = (hits: readonly Scored[]) => new Map(hits.map(({ entry, score }) => [entry, score]));

/** Scores to a billionth: sums in another order differ in the last digits. */
const rounded = (hits: readonly Scored[]) =>
  [...scores(hits)].map(([entry, score]) => `${entry} ${score.toFixed(9)}`).sort();

describe('the index', () => {
  test('finds what comparing with every wording finds', () => {
    fc.assert(
      fc.property(corpus, query, (wordings, asked) => {
        expect(rounded(createSearch(wordings)(asked, 99))).toEqual(rounded(slowSearch(wordings, asked)));
      }),
      { numRuns: 500 },
    );
  });

  test('gives the best first and no more than it was asked for', () => {
    fc.assert(
      fc.property(corpus, query, fc.nat(6), (wordings, asked, limit) => {
        const all = createSearch(wordings)(asked, 99);
        const sorted = [...all].sort((a, b) => b.score - a.score || (a.entry < b.entry ? -1 : 1));
        expect(all).toEqual(sorted);
        expect(createSearch(wordings)(asked, limit)).toEqual(all.slice(0, limit));
      }),
    );
  });

  test('remembers nothing of the question before', () => {
    fc.assert(
      fc.property(corpus, query, query, (wordings, before, asked) => {
        const search = createSearch(wordings);
        search(before);
        expect(search(asked)).toEqual(createSearch(wordings)(asked));
      }),
    );
  });

  test('does not depend on the order of the wordings', () => {
    const shuffled = corpus.chain((wordings) =>
      fc.tuple(fc.constant(wordings), fc.shuffledSubarray(wordings, { minLength: wordings.length })),
    );
    fc.assert(
      fc.property(shuffled, query, ([wordings, mixed], asked) => {
        expect(rounded(createSearch(mixed)(asked, 99))).toEqual(rounded(createSearch(wordings)(asked, 99)));
      }),
    );
  });
});

describe('scores', () => {
  test('an exact wording finds its entry, with two thirds of the most there is or more', () => {
    const known = corpus.chain((wordings) => fc.tuple(fc.constant(wordings), wording));
    fc.assert(
      fc.property(known, ([others, own]) => {
        fc.pre(tokensOf(own.text, own.concepts).size > 0);
        const hits = createSearch([...others, { ...own, entry: 'own', weight: 1 }])(own, 99);
        expect(scores(hits).get('own')).toBeGreaterThan(0.666);
      }),
    );
  });

  test('the more wordings of an entry say a thing, the nearer it is to 1', () => {
    const said = (times: number) =>
      createSearch([
        { entry: 'other', text: '起付线', concepts: [], weight: 1 },
        ...Array.from({ length: times }, () => ({ entry: 'own', text: '备案有效期', concepts: [], weight: 1 })),
      ])({ text: '备案有效期', concepts: [] })[0]?.score ?? 0;
    const nearer = [1, 2, 4, 16].map(said);
    expect(nearer).toEqual([...nearer].sort((a, b) => a - b));
    expect(said(64)).toBeGreaterThan(0.95);
  });

  test('stay between 0 and a little over 1', () => {
    fc.assert(
      fc.property(corpus, query, (wordings, asked) => {
        for (const { score } of createSearch(wordings)(asked, 99)) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThan(1.06);
        }
      }),
    );
  });

  const rank = (wordings: Partial<Wording>[], asked: string) =>
    createSearch(wordings.map((given) => ({ entry: '', text: '', concepts: [], weight: 1, ...given })))({
      text: asked,
      concepts: [],
    }).map((hit) => hit.entry);

  test('what shares nothing is not found', () => {
    expect(rank([{ entry: 'a', text: '备案有效期' }], '天气')).toEqual([]);
    expect(rank([{ entry: 'a', text: '备案有效期' }], '')).toEqual([]);
    expect(rank([], '备案')).toEqual([]);
  });

  test('a rare word counts more than one that stands everywhere', () => {
    const many = ['a', 'b', 'c', 'd'].map((entry) => ({ entry, text: '异地备案' }));
    expect(rank([...many, { entry: 'z', text: '异地承诺' }], '备承')[0]).toBe('z');
  });

  test('of two wordings that hold the question the shorter is nearer', () => {
    const found = rank(
      [
        { entry: 'long', text: '备案有效期多久到期以后怎么续' },
        { entry: 'short', text: '备案有效期多久' },
      ],
      '备案有效期',
    );
    expect(found).toEqual(['short', 'long']);
  });

  test('the claim that fits best is named, and none where a question fits best', () => {
    const claims = createSearch([
      { entry: 'a', text: '备案有效期', concepts: [], weight: 1 },
      { entry: 'a', text: '备案只管一年', concepts: [], weight: 1, claim: 0 },
      { entry: 'a', text: '备案只管一次', concepts: [], weight: 1, claim: 1 },
    ]);
    const claimOf = (asked: string) => claims({ text: asked, concepts: [] })[0]?.claim;
    expect([claimOf('备案只管一年'), claimOf('备案只管一次'), claimOf('备案有效期')]).toEqual([0, 1, undefined]);
  });
});

describe('tokens', () => {
  test('are characters, pairs, words of letters, whole numbers and concepts', () => {
    expect([...tokensOf('备案6个月，app', ['备案']).keys()].sort()).toEqual(
      ['6', 'app', '备', '案', '备案', '个', '月', '个月', '#备案'].sort(),
    );
  });

  test('a pair never runs over a mark or a number', () => {
    const keys = [...tokensOf('备，案 备6案', []).keys()];
    expect(keys).not.toContain('备案');
  });
});

test('in the real knowledge a wording finds its own entry (every tenth is asked)', { timeout: 120_000 }, () => {
  const knowledge = realKnowledge();
  const wordings = wordingsOf(knowledge, createLanguage(knowledge.glossary, knowledge.aliases, [], knowledge.ordinary));
  const search = createSearch(wordings);
  const said = wordings
    .filter(({ text, concepts, weight }) => weight === 1 && tokensOf(text, concepts).size > 0)
    .filter((_, i) => i % 10 === 0);
  const lost = said.filter((own) => search(own, 1)[0]?.entry !== own.entry);
  expect(said.length).toBeGreaterThan(300);
  expect(lost.length / said.length, lost.map(({ entry, text }) => `${entry}: ${text}`).join('\n')).toBeLessThan(0.01);
});

import { describe, expect, test } from 'vitest';
import { createChooser } from '../../src/knowledge/choose.js';
import type { Entry } from '../../src/knowledge/entry.js';
import { createLanguage } from '../../src/language/understand.js';
import { entry, fact, knowledgeOf, realKnowledge } from '../support/knowledge.js';

const facts = [fact({ id: 'val_01', text: '长期有效。' })];
const answers = [{ text: '{val_01}' }];
const one = (id: string, questions: string[], more: Partial<Parameters<typeof entry>[0]> = {}): Entry =>
  entry({ entry: id, title: questions[0]?.slice(0, 20) ?? id, questions, answers, ...more });

function chooser(...entries: Entry[]) {
  const knowledge = knowledgeOf({ facts, entries });
  const language = createLanguage(knowledge.glossary, knowledge.aliases);
  const choose = createChooser(knowledge, language);
  return (said: string, prefer?: string) => {
    const chosen = choose(language.hear(said), prefer);
    return chosen.sure ? chosen.entry.entry : `unsure: ${chosen.near.map((c) => c.entry).join(' ')}`.trim();
  };
}

const validity = one('validity', ['备案有效期多久', '备案会不会过期']);
const papers = one('papers', ['备案要带什么材料', '登记需要哪些证件']);
const where = one('where', ['在哪里办备案', '去哪里登记']);

describe('choosing an entry', () => {
  test('a wording as it is written is surely its entry', () => {
    const choose = chooser(validity, papers, where);
    for (const item of [validity, papers, where])
      for (const said of item.questions) expect(choose(said)).toBe(item.entry);
  });

  test('the order of the content does not matter', () => {
    const [one, other] = [chooser(validity, papers, where), chooser(where, papers, validity)];
    for (const said of ['备案有效期', '登记要带的证件', '去哪里办', '备案', '材料过期'])
      expect(one(said)).toBe(other(said));
  });

  test('what shares nothing with any wording finds nothing', () => {
    expect(chooser(validity, papers)('qwerty')).toBe('unsure:');
    expect(chooser(validity, papers)('')).toBe('unsure:');
    expect(chooser()('备案有效期多久')).toBe('unsure:');
  });

  test('a word of `not` makes it another question', () => {
    const choose = chooser({ ...validity, not: ['承诺'] }, papers);
    expect(choose('备案有效期多久')).toBe('validity');
    expect(choose('承诺备案有效期多久')).not.toBe('validity');
  });

  test('of every group of `must` one word is needed', () => {
    const choose = chooser({ ...validity, must: [['备案', '登记'], ['多久']] }, papers);
    expect(choose('登记有效期多久')).toBe('validity');
    expect(choose('有效期多久')).not.toBe('validity');
    expect(choose('备案有效期')).not.toBe('validity');
  });

  test('between equals the entry of the question before is preferred', () => {
    const [long, short] = [one('long', ['住院备案有效期']), one('short', ['门诊备案有效期'])];
    expect(chooser(long, short)('备案有效期', 'long')).toBe('long');
    expect(chooser(long, short)('备案有效期', 'short')).toBe('short');
  });

  test('a wrong belief that is stated names its claim', () => {
    const knowledge = knowledgeOf({
      facts,
      entries: [
        {
          ...validity,
          claims: [
            { say: '不是一次。', questions: ['备案只管一次'] },
            { say: '不是一年。', questions: ['备案只管一年'] },
          ],
        },
        papers,
      ],
    });
    const language = createLanguage(knowledge.glossary, knowledge.aliases);
    const choose = createChooser(knowledge, language);
    expect(choose(language.hear('备案只管一年'))).toMatchObject({ sure: true, claim: 1 });
    expect(choose(language.hear('备案有效期多久'))).not.toHaveProperty('claim');
  });
});

describe('on the real knowledge', () => {
  const knowledge = realKnowledge();
  const words = knowledge.guards.flatMap((guard) => guard.when.flat(2));
  const language = createLanguage(knowledge.glossary, knowledge.aliases, words);
  const choose = createChooser(knowledge, language);
  const finds = (own: Entry, said: string) => {
    const chosen = choose(language.hear(said));
    return chosen.sure && chosen.entry.entry === own.entry;
  };
  const entries = [...knowledge.entries.values()];

  test('every canonical question finds its entry', { timeout: 120_000 }, () => {
    const lost = entries.filter((own) => !finds(own, own.questions[0] ?? ''));
    expect(lost.map((own) => `${own.entry}: ${own.questions[0]}`)).toEqual([]);
  });

  test('99 of 100 wordings find their entry (every tenth is asked)', { timeout: 120_000 }, () => {
    const said = entries
      .flatMap((own) =>
        [...own.questions, ...own.claims.flatMap((c) => c.questions)].map((wording) => ({ own, wording })),
      )
      .filter((_, i) => i % 10 === 0);
    const lost = said.filter(({ own, wording }) => !finds(own, wording));
    const told = lost.map(({ own, wording }) => `${own.entry}: ${wording}`).join('\n');
    expect(lost.length / said.length, told).toBeLessThanOrEqual(0.01);
  });
});

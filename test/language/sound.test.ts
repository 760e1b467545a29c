import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/fold.js';
import { createSoundFixer } from '../../src/language/sound.js';
import { createLanguage } from '../../src/language/understand.js';
import { realKnowledge } from '../support/knowledge.js';

const WORDS = ['备案', '跨省', '异地就医', '慢特病', '起付线', '转诊', '承诺书', '参保地'];
const fix = createSoundFixer(WORDS, ['城市', '贝岸'], ['怎么办', '上海', '我']);

describe('words typed with other characters of the same sound', () => {
  test.each([
    ['夸省备案', '跨省备案'],
    ['备按怎么办', '备案怎么办'],
    ['倍案', '备案'],
    ['异地就衣', '异地就医'],
    ['曼特病', '慢特病'],
    ['慢特并', '慢特病'],
    ['起付县', '起付线'],
    ['专诊', '转诊'],
    ['成诺书', '承诺书'],
    ['参保第在哪', '参保地在哪'],
    ['我要夸省,办备按', '我要跨省,办备案'],
  ])('%s: %s', (typed, meant) => {
    expect(fix(typed)).toBe(meant);
  });

  test.each([
    ['two characters that only sound alike', '杯暗'],
    ['an ordinary word that sounds like one', '贝岸'],
    ['a word that sounds like none', '看病'],
    ['what is right already', WORDS.join('，')],
    ['nothing', ''],
    ['marks and digits', '12393，！？'],
  ])('stays: %s', (_, typed) => {
    expect(fix(typed)).toBe(typed);
  });

  test('a word that runs over the end of the window is not cut in two', () => {
    const over = createSoundFixer(['转诊', '诊断书'], []);
    expect(over('专诊断书')).toBe('专诊断书');
  });

  test('one wrong character of a word of three or more is mended, whichever it is', () => {
    const alike: Record<string, string> = { 异: '易', 地: '第', 就: '旧', 医: '衣', 承: '呈', 诺: '懦', 书: '叔' };
    const typos = ['异地就医', '承诺书'].flatMap((word) =>
      [...word].flatMap((character, i) => {
        const other = alike[character];
        return other === undefined ? [] : [{ word, typed: word.slice(0, i) + other + word.slice(i + 1) }];
      }),
    );
    expect(typos).toHaveLength(7);
    expect(typos.filter(({ word, typed }) => fix(typed) !== word)).toEqual([]);
  });
});

describe('words typed in Latin letters', () => {
  test.each([
    ['kuasheng', '跨省'],
    ['yidijiuyi', '异地就医'],
    ['yi di jiu yi', '异地就医'],
    ['beianzenmeban', '备案怎么办'],
    ['beian zenmeban', '备案怎么办'],
    ['wo beian shanghai', '我备案上海'],
    ['kuasheng要多久', '跨省要多久'],
  ])('%s: %s', (typed, meant) => {
    expect(fix(typed)).toBe(meant);
  });

  test.each(['app', 'ct', 'usb', 'hello world', 'wo', 'nhsa app', 'b'])('stays: %s', (typed) => {
    expect(fix(typed)).toBe(typed);
  });
});

describe('without any words', () => {
  test('every text stays', () => {
    const none = createSoundFixer([], []);
    for (const text of ['夸省备案', 'beian', '', 'a b c']) expect(none(text)).toBe(text);
  });
});

describe('with the words of the real glossary', () => {
  const knowledge = realKnowledge();
  const words = knowledge.guards.flatMap((guard) => guard.when.flat(2));
  const { hear } = createLanguage(knowledge.glossary, knowledge.aliases, words, knowledge.ordinary);
  const said = [...knowledge.entries.values()].flatMap((entry) => [
    ...entry.questions,
    ...entry.claims.flatMap((claim) => claim.questions),
  ]);

  test('what authors wrote correctly stays as it is written', { timeout: 120_000 }, () => {
    const changed = said.map((text) => [fold(text), hear(text).text]).filter(([typed, heard]) => typed !== heard);
    expect(changed.map((pair) => pair.join(' -> '))).toEqual([]);
    expect(said.length).toBeGreaterThan(3000);
  });

  test.each([
    ['夸省住院要不要备案', '跨省住院要不要备案'],
    ['异地就意怎么报', '异地就医怎么报'],
    ['曼特病能跨省结算吗', '慢特病能跨省结算吗'],
    ['起负线是多少', '起付线是多少'],
    ['beian', '备案'],
    ['yidi jiuyi beian', '异地就医备案'],
  ])('%s: %s', (typed, meant) => {
    expect(hear(typed).text).toBe(meant);
  });
});

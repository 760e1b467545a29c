import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionsIn } from '../../src/language/split.js';

describe('the questions of a message', () => {
  test.each<[string, string[]]>([
    ['怎么备案', ['怎么备案']],
    ['我在北京。怎么备案？要带什么？', ['怎么备案？', '要带什么？']],
    ['怎么备案；要带什么材料', ['怎么备案；', '要带什么材料']],
    ['怎么备案，另外能报多少', ['怎么备案，', '能报多少']],
    ['怎么备案还有能报多少', ['怎么备案', '能报多少']],
    ['怎么备案\n要多久', ['怎么备案', '要多久']],
    ['我妈在上海住院。老家是河南的。能报不', ['能报不']],
    ['备案要不要转诊证明!', ['备案要不要转诊证明!']],
    ['我要备案', ['我要备案']],
    ['  我要备案。谢谢。 ', ['我要备案。谢谢。']],
    ['吗？', ['吗？']],
    ['', ['']],
  ])('%j', (text, questions) => {
    expect(questionsIn(text)).toEqual(questions);
  });

  const text = fc
    .array(fc.constantFrom('怎么备案', '要多久', '我在北京', '另外', '还有', '。', '？', '\n', '，', '！', ' '), {
      maxLength: 10,
    })
    .map((parts) => parts.join(''));

  test('there is always one at least, and each stands in the message, in its order', () => {
    fc.assert(
      fc.property(text, (said) => {
        const questions = questionsIn(said);
        expect(questions.length).toBeGreaterThan(0);
        let at = 0;
        for (const question of questions) {
          const found = said.indexOf(question, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + question.length;
        }
      }),
    );
  });

  test('a question is one question, however often it is looked at', () => {
    fc.assert(
      fc.property(text, (said) => {
        for (const question of questionsIn(said)) expect(questionsIn(question)).toEqual([question]);
      }),
    );
  });
});

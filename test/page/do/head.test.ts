import { expect, test } from 'vitest';
import { headed } from '../../../src/page/do/head.js';

test('a question of a task is taken apart', () => {
  const text =
    '记下了：参保地 呼和浩特。\n【异地就医备案向导 · 父亲】第12步\n哪天住院？\n看出院小结。\n不清楚就问医院。';
  expect(headed(text)).toEqual({
    title: '异地就医备案向导 · 父亲',
    step: 12,
    before: '记下了：参保地 呼和浩特。',
    ask: '哪天住院？',
    help: '看出院小结。\n不清楚就问医院。',
  });
});

test.each(['好的，先停下。', '', '【通知】第2步怎么办', '说的是【备案】第2步'])('「%s」 is none', (text) => {
  expect(headed(text)).toBeUndefined();
});

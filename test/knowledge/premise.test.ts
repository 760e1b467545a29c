import { describe, expect, test } from 'vitest';
import { isStated, wrongFigure } from '../../src/knowledge/premise.js';

describe('stated or asked', () => {
  test.each([
    '备案只管一年对吧',
    '听说备案只管一年',
    '备案只管一年',
    '不是说备案要每年办吗',
    '网上都说要回去报吗',
    '备案太慢了',
  ])('%s: stated', (text) => expect(isStated(text)).toBe(true));

  test.each(['备案管多久', '备案要不要每年办', '怎么备案', '能报销吗', '在哪里办？', '备案有没有期限'])(
    '%s: asked',
    (text) => expect(isStated(text)).toBe(false),
  );
});

const UNITS = ['百分点', '百分比', '工作日', '月', '天', '种', '家'];

describe('a figure in the question that the answer contradicts', () => {
  test.each([
    ['备案有效期是3个月对吧', '不少于6个月。', '3个月'],
    ['备案有效期是三个月对吧', '不少于6个月。', '三个月'],
    ['听说要降20个百分点', '降10个百分点。', '20个百分点'],
    ['听说要降20%', '降10个百分点。', '20%'],
    ['记得审核要5个工作日', '2个工作日内办完。', '5个工作日'],
  ])('%s / %s', (question, answer, figure) => {
    expect(wrongFigure(question, answer, UNITS)).toBe(figure);
  });

  test.each([
    ['the answer says the same', '备案有效期是6个月对吧', '不少于六个月。'],
    ['the answer says it as well', '备案有效期是3个月对吧', '不少于6个月，有的地方3个月。'],
    ['half a year is six months', '备案管半年对吧', '不少于6个月。'],
    ['nothing is to be confirmed', '备案3个月够不够', '不少于6个月。'],
    ['the answer counts something else', '备案有效期是3个月对吧', '降10个百分点。'],
    ['the answer has no figure', '备案有效期是3个月对吧', '长期有效。'],
    ['an amount is the case, not the rule', '花了3000元对吧', '起付线800元。'],
    ['a day is no figure', '2025年1月1日起对吧', '2023年起。'],
  ])('none: %s', (_, question, answer) => {
    expect(wrongFigure(question, answer, UNITS)).toBeUndefined();
  });

  test('units that do not matter here are let be', () => {
    expect(wrongFigure('听说要降20个百分点', '降10个百分点。', ['工作日'])).toBeUndefined();
  });
});

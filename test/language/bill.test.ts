import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { asksEstimate, type Bill, mayAskEstimate, readBill, readChange } from '../../src/language/bill.js';
import { fold } from '../../src/language/fold.js';
import { readQuestions } from '../eval/questions.js';
import { realKnowledge } from '../support/knowledge.js';
import { ESTIMATES, OTHERS, TROUBLED } from './bill-sentences.js';

const TODAY = '2026-11-22';
const read = (text: string) => readBill(fold(text), TODAY);
const asks = (text: string) => asksEstimate(fold(text), read(text).bill);

/** A bill as text, to be compared in one line. */
const told = (bill: Bill): string =>
  Object.entries(bill)
    .map(([field, value]) => `${field}=${shown(value)}`)
    .sort()
    .join(' ');

function shown(value: unknown): string {
  if (value instanceof Decimal) return value.toFixed();
  if (Array.isArray(value)) return value.map(shown).join('+');
  if (typeof value !== 'object' || value === null) return String(value);
  if ('points' in value) return `-${shown(value.points)}`;
  if ('factor' in value) return `x${shown(value.factor)}`;
  if ('amount' in value) return shown(value.amount) + ('prepay' in value ? `@${shown(value.prepay)}` : '');
  return '?';
}

describe('readBill', () => {
  it.each([...ESTIMATES, ...OTHERS])('%s', (text, expected) => {
    expect({ told: told(read(text).bill), trouble: read(text).trouble }).toEqual({ told: expected, trouble: [] });
  });

  it.each(TROUBLED)('%s: %s', (text, trouble, expected) => {
    const found = read(text);
    expect(found.trouble.map(({ code, raw }) => `${code} ${raw}`).join(', ')).toBe(trouble);
    expect(told(found.bill)).toBe(expected);
  });

  it.each([
    ['一共7万，自费药4000块，门槛1200，在老家能报75%', ''],
    ['帮我算一下：总费用48000元，自费3000元，起付线1000元，报销比例85%，能报多少？', ''],
    ['1、总费用：50000 2、自费：4000', ''],
    ['花了3万，怎么补办备案', '怎么补办备案'],
    ['押金5000，总费用3万', '押金5000'],
    ['五万块，自费占10%', '自费占10%'],
    ['备案有效期多久', '备案有效期多久'],
    ['', ''],
  ])('of %j leaves %j', (text, left) => {
    expect(read(text).left).toBe(left);
  });
});

describe('asksEstimate', () => {
  it.each(ESTIMATES.map(([text]) => text))('yes: %s', (text) => {
    expect(asks(text)).toBe(true);
  });

  it.each(OTHERS.map(([text]) => text))('no: %s', (text) => {
    expect(asks(text)).toBe(false);
  });

  it.each(['总费用20亿，能报多少', '花了3-5万能报多少', '住院总费用-5000元', '总共8万，一共花了7万'])(
    'also of a cost that cannot be right: %s',
    (text) => {
      expect(asks(text)).toBe(true);
    },
  );
});

describe('mayAskEstimate', () => {
  const labelled = readQuestions().map(({ ask }) => ask);
  const curated = [...realKnowledge().entries.values()].flatMap(({ questions }) => questions);

  it('holds wherever asksEstimate does', () => {
    const texts = [...ESTIMATES, ...OTHERS].map(([text]) => text);
    const wrong = [...texts, ...labelled, ...curated].filter((text) => asks(text) && !mayAskEstimate(fold(text)));
    expect(wrong).toEqual([]);
  });

  it('spares most questions the reading of a bill', () => {
    const spared = labelled.filter((text) => !mayAskEstimate(fold(text)));
    expect(spared.length).toBeGreaterThan(labelled.length / 2);
  });
});

describe('readChange', () => {
  it.each<[string, string, (keyof Bill)[]?]>([
    ['要是没备案呢', 'filing=not_filed'],
    ['要是备了案呢', 'filing=filed'],
    ['如果在老家住院呢', 'filing=at_home setting=inpatient'],
    ['他退休了', 'person=retired'],
    ['他还没退休', 'person=working'],
    ['要是里面有6000是自费呢', 'ownFunded=6000'],
    ['起付线换成800', 'deductible=800'],
    ['自费改成3000', 'ownFunded=3000'],
    ['那三级医院呢', 'tier=tertiary'],
    ['二级医院的话呢', 'tier=secondary'],
    ['社区医院呢', 'tier=community'],
    ['要是报90%呢', 'homeRatio=0.9'],
    ['比例按75%算', 'homeRatio=0.75'],
    ['换成二档', 'grade=二档'],
    ['要是78岁呢', 'age=78'],
    ['要是住20天呢', 'days=20'],
    ['那门诊呢', 'setting=outpatient'],
    ['总共6万呢', 'total=60000'],
    ['8万呢', 'total=80000'],
    ['不是8万是6万', 'total=60000'],
    ['要是没有自费呢', 'ownFunded=0'],
    ['起付线没有了', 'deductible=0'],
    ['要是低保户呢', 'poor=true'],
    ['要是乙类有8000呢', 'classB=8000'],
    ['要是今年已经报了5万呢', 'usedPool=50000'],
    ['3月10号出院的', 'on=2026-03-10 setting=inpatient'],
    ['那自己要掏多少', 'wants=self'],
    ['如果是急诊', ''],
    ['不算那5000自费', '', ['ownFunded']],
    ['自费不算', '', ['ownFunded']],
    ['去掉起付线', '', ['deductible']],
    ['不考虑乙类', '', ['classB']],
    ['不是低保', '', ['poor']],
    ['如果全是能报的呢', '', ['ownFunded', 'classB', 'overLimit']],
  ])('%s', (text, expected, unset) => {
    const { unset: gone, ...bill } = readChange(fold(text), TODAY);
    expect({ told: told(bill), gone }).toEqual({ told: expected, gone: unset });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswer } from '../../../src/flows/answers/parse.js';
import { showAnswer } from '../../../src/flows/answers/show.js';
import type { Question } from '../../../src/flows/question.js';
import { question, TODAY } from '../example.js';
import { hear, nameOf } from './language.js';

/** What is stored for a text; the refusal or the bounds, if it is turned down. */
function read(item: Question, text: string, known = {}): unknown {
  const parsed = parseAnswer(item, text, hear(text), { today: TODAY, known });
  return parsed && 'value' in parsed ? parsed.value : parsed;
}

const insured = question(
  '{ id: insured_region, type: region, label: 参保地, ask: 您的医保参保地是哪里？, unknown: true }',
);
const care = question('{ id: care_region, type: region, ask: 您要去哪里看病？ }');

describe('a place', () => {
  test.each([
    ['呼和浩特', '150100'],
    ['呼和浩特的', '150100'],
    ['我是呼和浩特的', '150100'],
    ['参保地是呼市', '150100'],
    ['我妈的医保在呼和浩特交的', '150100'],
    ['医保参保地：北京。', '110000'],
    ['应该是北京吧', '110000'],
    ['内蒙古呼和浩特市', '150100'],
    ['老家昆山', '320583'],
    ['北京　', '110000'],
    ['不知道', 'unknown'],
    ['我也不知道参保地在哪', 'unknown'],
  ])('%s', (text, code) => {
    expect(read(insured, text)).toBe(code);
  });

  test.each([
    ...[
      '呼和浩特要什么材料',
      '呼和浩特吗',
      '北京？',
      '不是呼和浩特',
      '呼和浩特和北京',
      '呼和浩特，去西安',
      '户口在呼和浩特',
    ],
    ...['呼和浩特职工医保', '去呼和浩特', '你好', '', '不知道怎么备案', '北京能报多少'],
  ])('not %s', (text) => {
    expect(read(insured, text)).toBeUndefined();
  });

  test.each([
    ['去上海', '310000'],
    ['我想去上海看病', '310000'],
    ['到北京住院', '110000'],
    ['住上海', '310000'],
    ['北京协和医院', '110000'],
  ])('of care: %s', (text, code) => {
    expect(read(care, text)).toBe(code);
  });

  test.each(['在上海参保', '上海哪家医院', '去北京怎么报销', '不知道'])('of care not %s', (text) => {
    expect(read(care, text)).toBeUndefined();
  });
});

const kind = question(`
type: choice
ask: 您属于哪种情况？
choices:
  - { id: long_term, label: 长期在外地居住（或工作）, say: [定居] }
  - { id: referral, label: 已开转诊, say: [开了转诊] }
  - { id: emergency, label: 突发急诊 }
`);

describe('a choice', () => {
  test.each([
    ['已开转诊', 'referral'],
    ['我是已开转诊的', 'referral'],
    ['長期在外地居住', 'long_term'],
    ['长期在外地居住(或工作)。', 'long_term'],
    ['定居的', 'long_term'],
    ['我妈定居那边', 'long_term'],
    ['我属于突发急诊那种情况', 'emergency'],
    ['第二个', 'referral'],
    ['第 2 种', 'referral'],
    ['2', 'referral'],
    ['２', 'referral'],
    ['②', 'referral'],
    ['选3吧', 'emergency'],
    ['一', 'long_term'],
    ['转院', 'referral'],
    ['抢救的', 'emergency'],
  ])('%s', (text, id) => {
    expect(read(kind, text)).toBe(id);
  });

  test.each([
    ...['急诊怎么报', '突发急诊吗', '不是定居', '没转院', '已开转诊还是突发急诊', '定居，开了转诊', '开了转诊，急诊'],
    ...['第四个', '0', '两个', '2个', '职工转院', '去北京转院', '不知道', '', '备案要什么材料'],
  ])('not %s', (text) => {
    expect(read(kind, text)).toBeUndefined();
  });

  test('of the insurance, in the words of the glossary', () => {
    const insurance = question(
      '{ type: choice, ask: 哪种医保？, choices: [{ id: employee, label: 单位交的 }, { id: resident, label: 自己交的 }], unknown: true }',
    );
    expect(read(insurance, '我妈农合的')).toBe('resident');
    expect(read(insurance, '职工吗')).toBeUndefined();
    expect(read(insurance, '3')).toBe('unknown');
    expect(read(insurance, '忘了')).toBe('unknown');
  });

  test('the longer of two wordings is meant', () => {
    const nested = question(
      '{ type: choice, ask: 哪种？, choices: [{ id: a, label: 门诊 }, { id: b, label: 门诊慢特病 }] }',
    );
    expect(read(nested, '门诊慢特病')).toBe('b');
    expect(read(nested, '门诊')).toBe('a');
  });

  test('only those that are offered count', () => {
    if (kind.type !== 'choice') throw new Error('a choice is asked');
    const fewer = { ...kind, choices: kind.choices.slice(1) };
    expect(read(fewer, '定居')).toBeUndefined();
    expect(read(fewer, '1')).toBe('referral');
  });
});

const filed = question('{ type: yesno, ask: 住院前备案了吗？, unknown: true }');

describe('yes or no', () => {
  test.each([
    ...['是的', '对', '有的', '嗯', '没错', '备案了', '我已经备案了', '备过', '办了', '1', '是', 'YES'].map((t) => [
      t,
      'yes',
    ]),
    ...['没有', '没', '不是', '没备案', '还没备案呢', '没有备案', '未备案', '还没', '2', '否', 'no'].map((t) => [
      t,
      'no',
    ]),
    ...['不清楚', '我忘了', '不记得了', '3', '不知道'].map((t) => [t, 'unknown']),
  ])('%s', (text, value) => {
    expect(read(filed, text)).toBe(value);
  });

  test.each(['备案了吗', '有没有', '住院了', '对不起', '备案怎么办', '没有材料怎么办', '是不是要备案', '', '北京'])(
    'not %s',
    (text) => {
      expect(read(filed, text)).toBeUndefined();
    },
  );

  test('不知道 is no answer where it is not allowed', () => {
    expect(read(question('{ type: yesno, ask: 备案了吗？ }'), '不知道')).toBeUndefined();
  });
});

const cost = question('{ type: money, label: 总费用, ask: 这次住院总费用是多少？, unknown: true }');

describe('an amount of money', () => {
  test.each([
    ['四万八', '48000'],
    ['48000元', '48000'],
    ['4.8万', '48000'],
    ['5万2', '52000'],
    ['5万多', '50000'],
    ['总费用48000', '48000'],
    ['一共花了5万左右', '50000'],
    ['12,000', '12000'],
    ['￥３００', '300'],
    ['1.2w', '12000'],
    ['12345.67块', '12345.67'],
    ['八', '8'],
    ['没有', '0'],
    ['记不清了', 'unknown'],
  ])('%s', (text, value) => {
    expect(read(cost, text)).toBe(value);
  });

  test.each([
    '总费用是多少',
    '48000能报多少',
    '花了四万八，自费三千',
    '5-6万',
    '两三万',
    '几万',
    '85%',
    '2024年',
    '三天',
    '',
  ])('not %s', (text) => {
    expect(read(cost, text)).toBeUndefined();
  });

  test('a negative one is outside', () => {
    expect(read(cost, '-500')).toEqual({ outside: { min: '0' } });
  });
});

describe('a share', () => {
  const share = question('{ type: percent, ask: 本地报销比例是多少？ }');
  test.each([
    ...['八五成', '85%', '八成五', '85', '0.85', '百分之八十五', '八五折', '85个点', '能报85%', '本地报销比例85%'].map(
      (t) => [t, '0.85'],
    ),
    ['九成', '0.9'],
    ['百分之百', '1'],
    ['0', '0'],
  ])('%s', (text, value) => {
    expect(read(share, text)).toBe(value);
  });

  // 8 may be 8 % or eight tenths.
  test.each(['8', '1', '85元', '没有', '比例是多少'])('not %s', (text) => {
    expect(read(share, text)).toBeUndefined();
  });

  test('more than all is outside', () => {
    expect(read(share, '120%')).toEqual({ outside: { min: '0', max: '1' } });
  });
});

describe('a number', () => {
  const times = question('{ type: number, ask: 今年第几次住院？, min: "1", max: "20" }');
  test.each([
    ['1', '1'],
    ['第一次', '1'],
    ['三次', '3'],
    ['今年第三次住院', '3'],
    ['头一次', '1'],
    ['十二', '12'],
  ])('%s', (text, value) => {
    expect(read(times, text)).toBe(value);
  });

  test('keeps to its bounds', () => {
    expect(read(times, '30')).toEqual({ outside: { min: '1', max: '20' } });
    expect(read(times, '没有')).toEqual({ outside: { min: '1', max: '20' } });
  });

  test.each(['第几次', '十几次', '3000元'])('not %s', (text) => {
    expect(read(times, text)).toBeUndefined();
  });
});

const day = question(`
type: date
ask: 哪天住院的？
unknown: true
refuse:
  - { when: { slot: { after: $today } }, say: 还没到。 }
  - { when: { slot: { before: $since } }, say: 太早了。 }
`);

describe('a day', () => {
  test.each([
    ['2026年3月5日', '2026-03-05'],
    ['3月5号', '2026-03-05'],
    ['三月五号住院的', '2026-03-05'],
    ['昨天', '2026-11-21'],
    ['今天上午', TODAY],
    ['2026-03-05', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['上个月5号', '2026-10-05'],
    ['不记得哪天了', 'unknown'],
  ])('%s', (text, value) => {
    expect(read(day, text)).toBe(value);
  });

  test.each(['上个月', '3月', '去年', '3月5号出院', '3月5号到3月8号', '2月30号', '5号', '3月5号住院要带什么', ''])(
    'not %s',
    (text) => {
      expect(read(day, text)).toBeUndefined();
    },
  );

  test('can be refused with a sentence, for what else is known too', () => {
    expect(read(day, '明天')).toEqual({ refused: '还没到。' });
    expect(read(day, '3月5号', { since: '2026-04-01' })).toEqual({ refused: '太早了。' });
    expect(read(day, '3月5号', { since: '2026-03-01' })).toBe('2026-03-05');
  });
});

describe('what is shown', () => {
  const show = (item: Question, value: string) => showAnswer(item, value, nameOf);

  test.each<[Question, string, string]>([
    [insured, '150100', '呼和浩特'],
    [kind, 'referral', '已开转诊'],
    [kind, 'withdrawn', 'withdrawn'],
    [filed, 'yes', '是'],
    [filed, 'no', '否'],
    [filed, 'unknown', '不知道'],
    [cost, '48000.5', '48000.5元'],
    [question('{ type: percent, ask: 多少 }'), '0.855', '85.5%'],
    [question('{ type: number, ask: 多少 }'), '3', '3'],
    [day, '2026-03-05', '2026年3月5日'],
  ])('%#', (item, value, text) => {
    expect(show(item, value)).toBe(text);
  });

  test('is also the label of what was parsed', () => {
    const label = (item: Question, text: string) => parseAnswer(item, text, hear(text), { today: TODAY });
    expect(label(insured, '呼市的')).toEqual({ value: '150100', label: '呼和浩特' });
    expect(label(cost, '四万八')).toEqual({ value: '48000', label: '48000元' });
  });

  test('is read as the same answer', () => {
    const cents = fc.integer({ min: 0, max: 100_000_000 }).map((n) => String(n / 100));
    const days = fc.date({ min: new Date('2010-01-01'), max: new Date('2026-11-20'), noInvalidDate: true });
    const same = (item: Question, values: fc.Arbitrary<string>) =>
      fc.assert(
        fc.property(values, (value) => {
          expect(read(item, show(item, value))).toBe(value);
        }),
        { numRuns: 60 },
      );
    same(cost, cents);
    same(
      question('{ type: percent, ask: 多少？ }'),
      fc.integer({ min: 0, max: 1000 }).map((n) => String(n / 1000)),
    );
    same(question('{ type: number, ask: 多少？ }'), fc.nat({ max: 9999 }).map(String));
    same(
      question('{ type: date, ask: 哪天？ }'),
      days.map((date) => date.toISOString().slice(0, 10)),
    );
    same(kind, fc.constantFrom('long_term', 'referral', 'emergency'));
    same(filed, fc.constantFrom('yes', 'no', 'unknown'));
    same(insured, fc.constantFrom('150100', '110000', '310000', '320583', '530000'));
  });
});

test('whatever is typed is read without failing, and what is read fits', () => {
  const items = [
    insured,
    care,
    kind,
    filed,
    cost,
    day,
    question('{ type: percent, ask: 多少 }'),
    question('{ type: number, ask: 几 }'),
  ];
  const typed = fc
    .array(
      fc.constantFrom(
        '是',
        '没',
        '不',
        '北京',
        '转诊',
        '第二个',
        '4万',
        '85%',
        '3月5号',
        '的',
        '，',
        '吗',
        '-',
        '.',
        '1',
        '成',
        '\u202e',
        '😀',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.oneof(typed, fc.string({ unit: 'binary', maxLength: 30 })),
      fc.constantFrom(...items),
      (text, item) => {
        const parsed = parseAnswer(item, text, hear(text), { today: TODAY });
        if (!parsed || !('value' in parsed)) return;
        expect(parsed.label).not.toBe('');
        expect(read(item, `${text}怎么办`)).toBeUndefined();
      },
    ),
    { numRuns: 800 },
  );
});

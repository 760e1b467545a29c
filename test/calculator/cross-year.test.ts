import { describe, expect, it } from 'vitest';
import { amountOf, assumedIn, idsOf, judgeOf, lineOf, missingIn, region, settled, workingOf } from './support.js';

const SOURCE = 'source: { id: notice, at: 第一条 }';

/** Ten days, four of them before New Year; 20000 in scope, so 8000 and 12000. */
const stay = (more: object = {}, rules: object = {}, crossYear: object = {}) => ({
  case: {
    on: '2026-01-06',
    cost: { inScope: 20000 },
    crossYear: { daysBefore: 4, daysAfter: 6, ...crossYear },
    ...more,
  },
  rules: { deductible: '1000', ratio: '0.8', ...rules },
});
const once = { cross_year: { mode: 'by_days', deductible: 'once' } };
const each = { cross_year: { mode: 'by_days', deductible: 'each' } };

describe('a stay over New Year', () => {
  it('cannot be settled without a rule for it: only what the bill says is told', () => {
    const out = settled(stay({ cost: { total: 20000, ownFunded: 100 } }));
    expect(out.missing).toEqual([
      { key: 'cross_year', text: '没有收录这个参保地的跨年住院的算法，请提供，或问参保地医保。' },
    ]);
    expect(idsOf(out)).toEqual(['own_funded', 'in_scope']);
    expect(out.fund).toBeNull();
    const byScheme = { cross_year: [{ for: { insurance: 'employee' }, value: { mode: 'whole' } }] };
    expect(missingIn(settled(stay({}, byScheme)))).toEqual(['case.insurance']);
  });

  it('is settled as one in the year of discharge, on what that year has used up', () => {
    const whole = { cross_year: { mode: 'whole' }, ceiling: '10000' };
    expect(settled(stay({ used: { pool: 10000 } }, whole)).fund).toBe('10000.00');
    const out = settled(stay({}, { ...whole }, { usedAfter: { pool: 4000 } }));
    expect(out.fund).toBe('6000.00');
    expect(workingOf(out, 'pool')).toBe('(20000 − 1000) × 80% = 15200，最多付6000');
  });

  it('is split by days, with a deductible in each year', () => {
    // (8000 − 1000) × 80% + (12000 − 1000) × 80%
    const out = settled(stay({}, each));
    expect(out).toMatchObject({
      total: '20000.00',
      inScope: '20000.00',
      pool: '14400.00',
      fund: '14400.00',
      self: '5600.00',
    });
    expect(amountOf(out, 'deductible')).toBe('2000.00');
    expect(idsOf(out)).toEqual(['in_scope', 'deductible', 'pool', 'self']);
    expect(workingOf(out, 'pool')).toBe('年前：(8000 − 1000) × 80%；年后：(12000 − 1000) × 80%');
    expect(out.missing).toEqual([]);
  });

  it('is split by days, with one deductible', () => {
    const out = settled(stay({}, once));
    expect(out.fund).toBe('15200.00');
    expect(amountOf(out, 'deductible')).toBe('1000.00');
    expect(workingOf(out, 'deductible')).toBe('年前：1000；年后：跨年住院只算一次起付线，还剩0');
  });

  it('takes the rest of one deductible in the second year, where the first part was too small for it', () => {
    // 1600 and 2400: (1600 − 1600) + (2400 − 900) × 80%
    const out = settled(stay({ cost: { inScope: 4000 } }, { ...once, deductible: '2500' }));
    expect(amountOf(out, 'deductible')).toBe('2500.00');
    expect(out.fund).toBe('1200.00');
    expect(workingOf(out, 'deductible')).toBe(
      '年前：起付线2500，费用没有这么多；年后：跨年住院只算一次起付线，还剩900',
    );
    const tiny = settled(stay({ cost: { inScope: 2000 } }, { ...once, deductible: '2500' }));
    expect(amountOf(tiny, 'deductible')).toBe('2000.00');
    expect(tiny.fund).toBe('0.00');
  });

  it('holds one deductible against the whole bill where it is a share of it', () => {
    const share = { mode: 'share_of_bill', base: 'in_scope', share: '0.1', floor: '1500' };
    // 2000 of the whole; 1500 of the first part, 500 left
    expect(amountOf(settled(stay({}, { ...once, deductible: share })), 'deductible')).toBe('2000.00');
    expect(amountOf(settled(stay({ cost: { inScope: 10000 } }, { ...once, deductible: share })), 'deductible')).toBe(
      '1500.00',
    );
  });

  it('splits every amount to the fen, the rest to the second part, and loses none of it', () => {
    const cost = {
      total: '100.01',
      ownFunded: '10.01',
      overLimit: '5.01',
      classB: [{ amount: '20.01', prepay: '0.1' }],
    };
    const out = settled(stay({ cost }, { ...each, deductible: 0, ratio: 1 }, { daysBefore: 1, daysAfter: 2 }));
    // own 3.34 + 6.67, over the limit 1.67 + 3.34, class B 6.67 × 10% + 13.34 × 10% = 0.67 + 1.33
    expect(out).toMatchObject({ total: '100.01', inScope: '82.99', fund: '82.99', self: '17.02' });
    expect(workingOf(out, 'own_funded')).toBe('年前：3.34；年后：6.67');
    expect(workingOf(out, 'class_b')).toBe('年前：6.67 × 10%；年后：13.34 × 10%');
    expect(workingOf(out, 'in_scope')).toBe('年前：33.34 − 3.34 − 0.67 − 1.67；年后：66.67 − 6.67 − 1.33 − 3.34');
  });

  it('splits a total that its parts make, a cost in scope with its total, and the base of serious illness', () => {
    const even = { daysBefore: 5, daysAfter: 5 };
    const free = { ...each, deductible: 0, ratio: 1 };
    const parts = settled(stay({ cost: { classA: '0.03', ownFunded: '0.03', total: '0.06' } }, free, even));
    expect(parts).toMatchObject({ total: '0.06', inScope: '0.03' });
    expect(workingOf(parts, 'in_scope')).toBe('年前：0.04 − 0.02；年后：0.02 − 0.01');
    expect(settled(stay({ cost: { classA: '0.03' } }, free, even))).toMatchObject({ total: '0.03', fund: '0.03' });
    const scope = settled(stay({ cost: { total: '0.05', inScope: '0.03' } }, free, even));
    expect(scope).toMatchObject({ total: '0.05', inScope: '0.03', self: '0.02' });
    expect(workingOf(scope, 'self')).toBe('年前：0.03 − 0.02；年后：0.02 − 0.01');
    const uneven = settled(stay({ cost: { total: '0.06', inScope: '0.03' } }, free, even));
    expect(workingOf(uneven, 'self')).toBe('年前：0.04 − 0.02；年后：0.02 − 0.01');
    const base = { cost: { seriousIllnessBase: 30001 } };
    const layer = settled(stay(base, { ...each, serious_illness: { start: 10000, ratio: '0.5' } }, even));
    expect(workingOf(layer, 'serious_illness')).toBe('年前：(15000.5 − 10000) × 50%；年后：(15000.5 − 10000) × 50%');
  });

  it('settles each part on what its own year has used up', () => {
    const rules = { ...each, ceiling: '5000' };
    const out = settled(stay({ used: { pool: 2000 } }, rules, { usedAfter: { pool: 4500 } }));
    expect(out.pool).toBe('3500.00');
    expect(assumedIn(out)).not.toContain('nothing_used');
    expect(assumedIn(settled(stay({ used: { pool: 0 } }, rules)))).toContain('nothing_used');
  });

  it('counts the second part as the first admission of its year, approved', () => {
    const rules = { ...each, deductible: { mode: 'by_admission', amounts: ['800', '400'] } };
    const out = settled(stay({ admission: 2 }, rules));
    expect(workingOf(out, 'deductible')).toBe('年前：本年度第2次住院；年后：本年度第1次住院');
    expect(amountOf(out, 'deductible')).toBe('1200.00');
    const unapproved = {
      out_of_area: { mode: 'self_first_by_admission', shares: ['0.1', '0.2'], when: 'before_deductible' },
    };
    const away = settled(stay({ kind: 'other_temporary', unapproved: 1 }, { ...each, ...unapproved }));
    // 8000 × 20% + 12000 × 10%
    expect(amountOf(away, 'self_first')).toBe('2800.00');
  });

  it('counts the days of each part for a deductible taken anew after many', () => {
    const rules = { ...each, deductible: { mode: 'fixed', amount: 100, every_days: 30 } };
    const out = settled(stay({}, rules, { daysBefore: 30, daysAfter: 31 }));
    expect(amountOf(out, 'deductible')).toBe('300.00');
  });

  it('lets the personal account pay once', () => {
    const out = settled(stay({ accountBalance: 3000 }, each));
    // own shares 2400 and 3200: 2400 and the last 600
    expect(out).toMatchObject({ account: '3000.00', cash: '2600.00', self: '5600.00' });
    expect(workingOf(out, 'account')).toBe('年前：3000与2400取小；年后：600与3200取小');
    expect(idsOf(settled(stay({ accountBalance: 2400 }, each))).slice(-2)).toEqual(['account', 'cash']);
  });

  it('keeps a line that only one part has', () => {
    const out = settled(stay({}, { ...each, ceiling: '7000' }));
    expect(amountOf(out, 'ceiling')).toBe('1800.00');
    expect(workingOf(out, 'ceiling')).toBe('8800 − 7000');
  });

  it('reads each part by its own year, and says what it read once', () => {
    const city = region(
      '990100',
      `  inpatient.deductible:
    - history: [{ from: 2023-01-01, value: "1000", ${SOURCE} }, { from: 2026-01-01, value: "2000", ${SOURCE} }]
  inpatient.ratio:
    - history: [{ from: 2023-01-01, value: "0.8", ${SOURCE} }]
  cross_year:
    - history: [{ from: 2023-01-01, value: { mode: by_days, deductible: each }, ${SOURCE} }]`,
    );
    const request = stay({ region: '990100', filing: 'at_home' });
    const out = settled({ case: request.case }, judgeOf(city));
    expect(workingOf(out, 'deductible')).toBe('年前：1000；年后：2000');
    expect(lineOf(out, 'deductible')?.sources.map((source) => source['from'])).toEqual(['2023-01-01', '2026-01-01']);
    expect(lineOf(out, 'pool')?.sources).toHaveLength(2);
    expect(out).toMatchObject({ fund: '13600.00' });
    const late = settled({ case: { ...request.case, on: '2023-01-06' } }, judgeOf(city));
    expect(late.missing.map(({ text }) => text)).toEqual([
      '住院起付线只收录了2023-01-01起的规定，再早的没有。',
      '住院本地支付比例只收录了2023-01-01起的规定，再早的没有。',
    ]);
    expect(idsOf(late)).toEqual(['in_scope']);
    expect(late.fund).toBeNull();
  });

  it('tells what is missing once, and ends the lines with the last that both parts come to', () => {
    const out = settled(stay({}, { ...each, ratio: { mode: 'age_line', base: 0.5, step: 0.002 } }));
    expect(missingIn(out)).toEqual(['case.age']);
    expect(idsOf(out)).toEqual(['in_scope', 'deductible']);
    const table = { mode: 'segments', bounds: 'including_deductible', segments: [{ to: 10000, ratio: 0.8 }] };
    const beyond = settled(stay({}, { ...each, ratio: table }));
    expect(missingIn(beyond)).toEqual(['inpatient.ratio']);
    expect(idsOf(beyond)).toEqual(['in_scope', 'deductible']);
    expect(missingIn(settled(stay({ cost: {} }, each)))).toEqual(['cost']);
    const [first] = settled(stay({}, { ...each, deductible: [{ for: { tier: 'primary' }, value: 1 }] })).missing;
    expect(first?.key).toBe('case.tier');
  });

  it('adds what is missing of either part', () => {
    const city = region(
      '990100',
      `  inpatient.deductible:
    - history: [{ from: 2026-01-01, value: "1000", ${SOURCE} }]
  inpatient.ratio:
    - history: [{ from: 2023-01-01, value: "0.8", ${SOURCE} }, { from: 2026-01-01, ended: true, ${SOURCE} }]`,
    );
    const request = { case: stay({ region: '990100', filing: 'at_home' }).case, rules: each };
    const out = settled(request, judgeOf(city));
    expect(missingIn(out)).toEqual(['inpatient.deductible', 'inpatient.ratio']);
    expect(idsOf(out)).toEqual(['in_scope']);
  });

  it('ends before the first line where one part has none', () => {
    const city = region('990100', `  class_b:\n    - history: [{ from: 2026-01-01, value: "0.1", ${SOURCE} }]`);
    const bill = stay({ region: '990100', filing: 'at_home', cost: { total: 100, classB: [{ amount: 10 }] } });
    const out = settled({ case: bill.case, rules: { ...bill.rules, ...each } }, judgeOf(city));
    expect(missingIn(out)).toEqual(['class_b']);
    expect(idsOf(out)).toEqual([]);
  });

  it('has no deductible to share where nothing is paid', () => {
    const out = settled(stay({ kind: 'referral' }, { ...once, out_of_area: { mode: 'none' } }));
    expect(out).toMatchObject({ fund: '0.00', self: '20000.00' });
    expect(idsOf(out)).toEqual(['in_scope', 'pool', 'self']);
  });

  it('tells each year that a value is known for', () => {
    const city = region(
      '990100',
      `  inpatient.deductible:
    - history: [{ as_of: "2022", value: "1000", ${SOURCE} }]
  inpatient.ratio:
    - history: [{ as_of: "2023", value: "0.8", ${SOURCE} }]`,
    );
    const request = { case: stay({ region: '990100', filing: 'at_home', acceptAsOf: true }).case, rules: each };
    const texts = settled(request, judgeOf(city)).assumed.filter(({ code }) => code === 'as_of');
    expect(texts.map(({ text }) => text)).toEqual([
      '用的是2022年的资料，现在可能变了。',
      '用的是2023年的资料，现在可能变了。',
    ]);
  });

  it('assumes each thing once', () => {
    const codes = assumedIn(settled(stay({}, each)));
    expect(codes).toEqual([...new Set(codes)]);
    expect(codes).toContain('no_ceiling');
  });
});

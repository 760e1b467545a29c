import { describe, expect, it } from 'vitest';
import { ask, judgeOf, region } from './support.js';

const error = (input: unknown, mode: Parameters<typeof ask>[0] = 'settle') => ask(mode, input)['error'];
const inCase = (more: object) => ({ case: { cost: { total: 100 }, ...more } });
const inRules = (rules: object) => ({ case: { cost: { total: 100 } }, rules });

describe('names', () => {
  const unknown = (name: string) => `不认识「${name}」这一项，请对照 estimate --schema 核对名字。`;
  const mode = (name: string) =>
    `没有「${name}」这种规则形状，算不了，也不会用相近的代替。能用的形状见 estimate --schema。`;

  it.each([
    ['in the case', inCase({ hospital: 'x' }), 'bad_input', 'case.hospital', 'hospital'],
    ['in the cost', inCase({ cost: { total: 1, drugs: 2 } }), 'bad_input', 'case.cost.drugs', 'drugs'],
    ['beside the case', { ...inCase({}), formula: '1+1' }, 'bad_input', 'formula', 'formula'],
    [
      'among the rules',
      inRules({ 'inpatient.reward': '1' }),
      'unknown_rule',
      'rules.inpatient.reward',
      'inpatient.reward',
    ],
    [
      'in a shape',
      inRules({ ratio: { mode: 'flat', ratio: '0.8', formula: '1' } }),
      'unknown_rule',
      'rules.ratio.formula',
      'formula',
    ],
    [
      'in a list of rules',
      inRules({ ratio: [{ for: { job: 'x' }, value: '0.8' }] }),
      'unknown_rule',
      'rules.ratio.0.for.job',
      'job',
    ],
  ])('an unknown one %s is refused', (_, input, code, field, name) => {
    expect(error(input)).toEqual({ code, field, message: unknown(name) });
  });

  it.each([
    ['of a ratio', { ratio: { mode: 'magic', ratio: '0.8' } }, 'rules.ratio', 'magic'],
    ['of a deductible', { deductible: { mode: 'lottery' } }, 'rules.deductible', 'lottery'],
    ['of treatment out of the area', { out_of_area: { mode: 'discount' } }, 'rules.out_of_area', 'discount'],
    ['of class B', { class_b: { mode: 'dice' } }, 'rules.class_b', 'dice'],
    ['in a list', { ratio: [{ for: {}, value: { mode: 'magic' } }] }, 'rules.ratio.0.value', 'magic'],
    [
      'in a combination',
      { out_of_area: { mode: 'combined', parts: [{ mode: 'same' }, { mode: 'spell' }] } },
      'rules.out_of_area.parts.1',
      'spell',
    ],
    ['of a stay over New Year', { cross_year: { mode: 'coin' } }, 'rules.cross_year', 'coin'],
  ])('an unknown shape %s is refused by name', (_, rules, field, name) => {
    expect(error(inRules(rules))).toEqual({ code: 'unknown_rule', field: `${field}.mode`, message: mode(name) });
  });

  it('a shape without a name, or with something else for a name, is written wrongly', () => {
    const message = 'rules.ratio.mode 的写法不对，请对照 estimate --schema 改正。';
    const problem = { code: 'bad_input', field: 'rules.ratio.mode', message };
    for (const mode of [undefined, 1, null, { toString: 1 }])
      expect(error(inRules({ ratio: { mode } }))).toEqual(problem);
  });
});

describe('tiers and grades', () => {
  const held = judgeOf(region('990100', '  {}', 'tiers: { top: 三级特等 }\ngrades: { one: 一档, two: 二档 }'));
  const problem = (field: string, message: string) => ({ code: 'bad_input', field, message });

  it('a tier that neither the nation, the region nor the rules know is refused with those they know', () => {
    const message = '不认识「5A」，这里可以写：community、primary、secondary、tertiary、top。';
    expect(ask('settle', inCase({ region: '990100', tier: '5A' }), held)['error']).toEqual(
      problem('case.tier', message),
    );
    const nowhere = '不认识「top」，这里可以写：community、primary、secondary、tertiary。';
    expect(error(inCase({ tier: 'top' }))).toEqual(problem('case.tier', nowhere));
    expect(error(inCase({ region: '990200', tier: 'top' }))).toEqual(problem('case.tier', nowhere));
  });

  it.each(['community', 'primary', 'secondary', 'tertiary', 'top'])('%s is a tier there', (tier) => {
    expect(ask('settle', inCase({ region: '990100', tier }), held)['error']).toBeUndefined();
  });

  it('a grade that the region does not have is refused; where none is held any is taken', () => {
    const message = '不认识「three」，这里可以写：one、two。';
    expect(ask('settle', inCase({ region: '990100', grade: 'three' }), held)['error']).toEqual(
      problem('case.grade', message),
    );
    expect(ask('settle', inCase({ region: '990100', grade: 'two' }), held)['error']).toBeUndefined();
    expect(error(inCase({ grade: 'three' }))).toBeUndefined();
  });

  it('those the caller names in the rules are known', () => {
    const rules = {
      ratio: [{ for: { tier: 'palace', grade: ['gold', 'silver'] }, value: 0.9 }],
      out_of_area: { mode: 'as_tier', tier: 'shed' },
    };
    expect(error({ ...inCase({ tier: 'palace', grade: 'silver' }), rules })).toBeUndefined();
    expect(error({ ...inCase({ tier: 'shed' }), rules })).toBeUndefined();
    expect(error({ ...inCase({ tier: 'hut' }), rules })).toEqual(
      problem('case.tier', '不认识「hut」，这里可以写：community、primary、secondary、tertiary、palace、shed。'),
    );
    expect(error({ ...inCase({ grade: 'lead' }), rules })).toEqual(
      problem('case.grade', '不认识「lead」，这里可以写：gold、silver。'),
    );
  });
});

describe('places', () => {
  it('a code that names no place is refused, and one that is no code at all', () => {
    expect(error(inCase({ region: '123456' }))).toEqual({
      code: 'unknown_region',
      field: 'case.region',
      message: '没有代码为 123456 的地方，请核对参保地。',
    });
    const message = '参保地要写六位行政区划代码，例如 150100。';
    for (const code of ['9901', '9901000', '呼和浩特', '990100-', 'x990100', '990100-A', '990100-aб'])
      expect(error(inCase({ region: code }))).toEqual({ code: 'bad_input', field: 'case.region', message });
  });

  it('a place without a file and a scheme of its own are places', () => {
    expect(error(inCase({ region: '990100' }))).toBeUndefined();
    expect(error(inCase({ region: '990100-provincial' }))).toBeUndefined();
  });

  it('a region that is held needs no place in the list', () => {
    const judge = { regions: judgeOf(region('880100', '  {}')).regions, isPlace: () => false };
    expect(ask('settle', inCase({ region: '880100' }), judge)['error']).toBeUndefined();
  });
});

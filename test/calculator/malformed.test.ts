import { describe, expect, it } from 'vitest';
import { ask } from './support.js';

const error = (input: unknown, mode: Parameters<typeof ask>[0] = 'settle') => ask(mode, input)['error'];
const inCase = (more: object) => ({ case: { cost: { total: 100 }, ...more } });
const inRules = (rules: object) => ({ case: { cost: { total: 100 } }, rules });

describe('what is written wrongly', () => {
  const malformed = (field: string) => `${field} 的写法不对，请对照 estimate --schema 改正。`;

  it.each([
    ['nothing at all', undefined, '', malformed('整个请求')],
    ['null', null, '', malformed('整个请求')],
    ['a list', [], '', malformed('整个请求')],
    ['text', 'hello', '', malformed('整个请求')],
    ['no case', {}, 'case', malformed('case')],
    ['a cost that is a number', { case: { cost: 100 } }, 'case.cost', malformed('case.cost')],
    ['an unknown kind', inCase({ kind: 'tourist' }), 'case.kind', malformed('case.kind')],
    ['an unknown insurance', inCase({ insurance: 'private' }), 'case.insurance', malformed('case.insurance')],
    ['admission number 0', inCase({ admission: 0 }), 'case.admission', malformed('case.admission')],
    ['half an admission', inCase({ admission: 1.5 }), 'case.admission', malformed('case.admission')],
    ['an age below nothing', inCase({ age: -1 }), 'case.age', malformed('case.age')],
    ['true for an amount', inCase({ cost: { total: true } }), 'case.cost.total', malformed('case.cost.total')],
    [
      'a stay without days after New Year',
      inCase({ crossYear: { daysBefore: 1, daysAfter: 0 } }),
      'case.crossYear.daysAfter',
      malformed('case.crossYear.daysAfter'),
    ],
    ['an empty list of rules', inRules({ ratio: [] }), 'rules.ratio', malformed('rules.ratio')],
    ['another word for rounding', inRules({ rounding: 'never' }), 'rules.rounding', malformed('rules.rounding')],
    [
      'a list for a general rule that takes none of its items',
      inRules({ rounding: [{ for: {} }] }),
      'rules.rounding.0.value',
      malformed('rules.rounding.0.value'),
    ],
    [
      'a list of rules for nobody that can be told',
      inRules({ ratio: [{ for: 5, value: 0.8 }] }),
      'rules.ratio.0.for',
      malformed('rules.ratio.0.for'),
    ],
    [
      'a shape with a field too many, where a field it has is wrong',
      inRules({ ratio: { mode: 'flat', ratio: true, formula: '1' } }),
      'rules.ratio.ratio',
      malformed('rules.ratio.ratio'),
    ],
  ])('%s is refused with its field', (_, input, field, message) => {
    expect(error(input)).toEqual({ code: 'bad_input', field, message });
  });

  it.each([
    ['2026-02-30', '这一天不存在，或者写法不对。日期请写成 2026-11-22 这样。'],
    ['2026年6月1日', '这一天不存在，或者写法不对。日期请写成 2026-11-22 这样。'],
  ])('the day %s is refused', (on, message) => {
    expect(error(inCase({ on }))).toEqual({ code: 'bad_input', field: 'case.on', message });
  });

  it.each([
    [
      'a table that falls',
      {
        ratio: {
          mode: 'segments',
          bounds: 'annual',
          segments: [
            { to: 2, ratio: 0.1 },
            { to: 1, ratio: 0.2 },
          ],
        },
      },
      'rules.ratio.segments',
      '分段的上限要一段比一段高，最后一段可以写 null（不设上限）。',
    ],
    [
      'a table with two equal bounds',
      {
        ratio: {
          mode: 'segments',
          bounds: 'annual',
          segments: [
            { to: 2, ratio: 0.1 },
            { to: 2, ratio: 0.2 },
          ],
        },
      },
      'rules.ratio.segments',
      '分段的上限要一段比一段高，最后一段可以写 null（不设上限）。',
    ],
    [
      'a table that goes on after its end',
      {
        ratio: {
          mode: 'segments',
          bounds: 'annual',
          segments: [
            { to: null, ratio: 0.1 },
            { to: 2, ratio: 0.2 },
          ],
        },
      },
      'rules.ratio.segments',
      '分段的上限要一段比一段高，最后一段可以写 null（不设上限）。',
    ],
    [
      'a table that ends twice',
      {
        ratio: {
          mode: 'segments',
          bounds: 'annual',
          segments: [
            { to: null, ratio: 0.1 },
            { to: null, ratio: 0.2 },
          ],
        },
      },
      'rules.ratio.segments',
      '分段的上限要一段比一段高，最后一段可以写 null（不设上限）。',
    ],
    [
      'segments of a layer without a basis',
      { serious_illness: { segments: [{ to: null, ratio: 0.6 }] } },
      'rules.serious_illness',
      '分段要说明 basis：absolute（按总额分段）或 excess（按超过起点的部分分段）。',
    ],
    [
      'segments of the large amount without a basis',
      { large: { segments: [{ to: null, ratio: 0.6 }] } },
      'rules.large',
      '分段要说明 basis：absolute（按总额分段）或 excess（按超过起点的部分分段）。',
    ],
    [
      'segments of aid without a basis',
      { aid: { segments: [{ to: null, ratio: 0.6 }] } },
      'rules.aid',
      '分段要说明 basis：absolute（按总额分段）或 excess（按超过起点的部分分段）。',
    ],
    [
      'a layer with neither ratio nor segments',
      { aid: { start: 1 } },
      'rules.aid',
      'ratio 和 segments 要写一个，而且只写一个。',
    ],
    [
      'a serious-illness layer with neither',
      { serious_illness: { start: 1 } },
      'rules.serious_illness',
      'ratio 和 segments 要写一个，而且只写一个。',
    ],
    [
      'a large-amount layer with both',
      { large: { ratio: 0.5, segments: [{ to: null, ratio: 0.6 }], basis: 'excess' } },
      'rules.large',
      'ratio 和 segments 要写一个，而且只写一个。',
    ],
  ])('%s is refused', (_, rules, field, message) => {
    expect(error(inRules(rules))).toEqual({ code: 'bad_input', field, message });
  });
});

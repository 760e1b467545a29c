import { parse } from 'yaml';
import type { Computations } from '../../src/flows/computation.js';
import { type Flow, flowSchema } from '../../src/flows/flow.js';
import type { Question } from '../../src/flows/question.js';
import { questionSchema } from '../../src/flows/question.js';

/** A made-up flow with one of nearly everything. */
export const EXAMPLE = `
flow: trip
title: 出门看病示例
summary: 看看属于哪一类
triggers: [开始示例, 示例怎么办]
reviewed: 2025-06-01
items:
  - id: insured_region
    type: region
    label: 参保地
    ask: 您的医保参保地是哪里？
    help: 参保地是缴医保的城市。
    remember: true
  - id: purpose
    type: choice
    label: 情况
    ask: 您属于哪种情况？
    choices:
      - { id: long_term, label: 长期在外地居住或工作, say: [定居, 常住] }
      - { id: referral, label: 参保地医院已开转诊, say: [转院, 开了转诊] }
      - { id: emergency, label: 在外地突发急诊, say: [急诊] }
      - { id: other_temporary, label: 自己到外地看病, say: [没转诊] }
  - end: emergency_first
    when: { purpose: emergency }
    title: 先治病
    body: 请先救治。[example_fact]
  - id: admitted_on
    type: date
    ask: 哪天住院？
    when: { purpose: [referral, other_temporary] }
    refuse:
      - { when: { admitted_on: { from: $today } }, say: 还没到的日期先不用填。 }
  - id: ratio
    compute: payment_ratio
    with: { region: insured_region, filing: purpose, date: admitted_on }
    when: { purpose: [referral, other_temporary] }
  - end: file_temporary
    when: { purpose: [referral, other_temporary] }
    title: 办临时备案
    body: |-
      您的支付比例按 {$ratio.percent} 计算。[=ratio_rule]
    steps: [打开客户端, 上传材料]
    checklist:
      - { id: card, text: 社保卡 }
      - { id: note, text: 转诊单, when: { purpose: referral } }
    deadlines:
      - { id: late, title: 补办期限, after: admitted_on, period: "{late_rule.months}" }
    notes:
      - { when: { purpose: other_temporary }, text: 未转诊比例更低。 }
    offer: [entry:filing_validity]
    result: ratio
  - end: file_long_term
    title: 办长期备案
`;

/** What the example works out. */
export const COMPUTATIONS: Computations = {
  payment_ratio: {
    inputs: ['region', 'filing', 'date'],
    outputs: { percent: 'text', band: ['high', 'low'] },
    run: ({ filing }) => ({
      percent: filing === 'referral' ? '85%' : '75%',
      band: filing === 'referral' ? 'high' : 'low',
    }),
  },
  broken: {
    inputs: [],
    outputs: { state: ['good', 'bad'] },
    run: () => {
      throw new Error('no such parameter');
    },
  },
  liar: { inputs: [], outputs: { state: ['good'] }, run: () => ({ state: 'never declared', more: 'x' }) },
};

export const TODAY = '2026-11-22';
export const ENV = { today: TODAY, computations: COMPUTATIONS };

/** A flow as an author would write it. */
export const flowOf = (yaml: string): Flow => flowSchema.parse(parse(yaml));

export const exampleFlow = (): Flow => flowOf(EXAMPLE);

const HEAD = { title: '示例', summary: '示例', triggers: ['示例一下'], reviewed: '2025-01-01' };

/** A flow of these items, with an end put after them. */
export const flowWith = (items: string, flow = 'sample'): Flow =>
  flowSchema.parse({ ...HEAD, flow, items: [...(parse(items) as unknown[]), { end: 'last', title: '完' }] });

/** One question. */
export const question = (yaml: string): Question => questionSchema.parse({ id: 'slot', ask: '？', ...parse(yaml) });

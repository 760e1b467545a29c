import { describe, expect, test } from 'vitest';
import { findAnswers } from '../../../src/flows/answers/find.js';
import { exampleFlow, flowWith } from '../example.js';
import { hear } from './language.js';

const trip = exampleFlow();
const care = flowWith(`
  - { id: insured_region, type: region, ask: 参保地？ }
  - { id: care_region, type: region, ask: 就医地？ }
  - { id: home_region, type: region, ask: 户籍地？ }
  - { id: insurance, type: choice, ask: 险种？, choices: [{ id: employee, label: 职工 }, { id: resident, label: 居民 }] }
  - { id: moved, type: choice, ask: 户口？, choices: [{ id: moved, label: 迁了, say: [迁户口] }, { id: stayed, label: 没迁 }] }
  - { id: filed, type: yesno, ask: 备案了吗？ }
`);

describe('a sentence tells of a flow', () => {
  test.each([
    ['我在呼和浩特参保，转诊去西安', { insured_region: '150100', care_region: '610100' }],
    ['我妈在呼市交的农合，现在住上海', { insured_region: '150100', care_region: '310000', insurance: 'resident' }],
    ['职工，迁户口了', { insurance: 'employee', moved: 'moved' }],
    ['没迁户口', {}],
    ['呼和浩特和西安哪个比例高', {}],
    ['在呼和浩特参保，去西安要带什么', { insured_region: '150100' }],
    ['职工怎么报', {}],
    ['', {}],
  ])('%s', (text, answers) => {
    expect(findAnswers(care, hear(text))).toEqual(answers);
  });

  test.each([
    ['我妈退休后跟我住上海', { purpose: 'long_term' }],
    ['我在呼和浩特参保，转院去西安', { insured_region: '150100', purpose: 'referral' }],
    ['定居了', { purpose: 'long_term' }],
    ['没转诊，自己去的', { purpose: 'other_temporary' }],
    ['我不是急诊', {}],
    ['不想转院', {}],
    ['不想转诊', {}],
    ['定居，但这次是急诊', {}],
    ['急诊能报吗', {}],
    ['急诊怎么报', {}],
    // The words that start the flow are not what makes a question.
    ['呼和浩特转院到西安示例怎么办', { insured_region: '150100', purpose: 'referral' }],
  ])('%s', (text, answers) => {
    expect(findAnswers(trip, hear(text))).toEqual(answers);
  });
});

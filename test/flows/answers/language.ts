import { glossarySchema } from '../../../src/language/glossary.js';
import { createLanguage } from '../../../src/language/understand.js';

const glossary = glossarySchema.parse({
  terms: [{ term: '备案' }, { term: '参保地', says: ['老家'] }],
  aspects: [{ aspect: 'what', says: ['什么'] }],
  kinds: [
    { kind: 'referral', label: '转诊', says: ['转诊', '转院'] },
    { kind: 'emergency', label: '急诊', says: ['急诊', '抢救'] },
    { kind: 'long_term', label: '长住', says: ['常住', '跟我住'] },
    { kind: 'other_temporary', label: '其他', says: ['没转诊', '自己去'] },
  ],
  insurances: [
    { insurance: 'employee', label: '职工医保', says: ['职工'] },
    { insurance: 'resident', label: '居民医保', says: ['居民', '农合'] },
  ],
  fluff: ['请问', '的', '了', '吧', '我', '我妈', '他'],
});

/** The language tools on a small glossary. */
export const { hear, nameOf } = createLanguage(glossary, [{ code: '150100', names: ['呼市'] }]);

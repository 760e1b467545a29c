import type { Reply } from '../../../src/dialogue/types.js';
import { type FakeHandle, fakeHandle } from '../../support/fake-handle.js';

export const ASKED = '异地就医备案怎么办？';

const PAPER = { issuer: '示例局', authority: 'national', status: 'in_force', copy: false } as const;

const FULL: Partial<Reply> = {
  blocks: [
    { text: '要先备案。\n再去就医。' },
    { steps: ['打开手机应用', '上传材料'] },
    { working: [{ id: 'deductible', label: '起付线', working: '三级医院，第一次住院', value: '1,000.00 元' }] },
  ],
  choices: [
    { press: 'f:long', label: '我长期住在外地' },
    { press: 'f:referral', label: '参保地医院开了转诊' },
  ],
  sources: [
    {
      source: {
        ...PAPER,
        id: 'a',
        title: '示例通知',
        number: '医保发〔20XX〕22号',
        url: 'https://example.org/1',
      },
      place: '附件第七条',
    },
    { source: { ...PAPER, id: 'b', title: '市级办法' }, place: '第三条' },
  ],
  region: { code: '150100', name: '呼和浩特市' },
};

const FILES: Partial<Reply> = {
  files: [
    { name: 'filing.txt', type: 'text/plain; charset=utf-8', content: '☐ 身份证\n' },
    { name: 'filing.ics', type: 'text/calendar; charset=utf-8', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
  ],
};

/** Answers everything with what can be taken along, beside all that a reply can hold. */
export const checklistHandle = (): FakeHandle => fakeHandle(() => ({ ...FULL, ...FILES }));

/** Answers a text with everything a reply can hold, and a press with what was pressed. */
export function policyHandle(): FakeHandle {
  return fakeHandle((said, { message }) =>
    'text' in message ? FULL : { status: 'smalltalk', blocks: [{ text: `收到 ${said}` }] },
  );
}

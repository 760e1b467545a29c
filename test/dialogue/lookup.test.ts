import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.js';
import type { Reply } from '../../src/dialogue/types.js';
import { NOW, talk, testApp } from '../support/app.js';
import { ID, PHONE } from '../support/canary.js';

let app: App;

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const textOf = ({ blocks }: Reply): string => blocks.map((block) => ('text' in block ? block.text : '')).join('\n');

describe('looking up', () => {
  test('finds what is meant first, with the answer and sources a question gets', async () => {
    const [first] = app.lookup('备案有效期', NOW);
    const asked = await talk(app, 'asked')('备案有效期多久');
    expect(first?.id).toBe('filing_validity');
    expect(first && textOf(first.reply)).toBe(asked.text);
    expect(first?.reply.sources).toEqual(asked.sources);
    expect(first?.reply.sources.length).toBeGreaterThan(0);
  });

  test('finds ten at most, each once', () => {
    for (const words of ['备案', '报销', '备案 有效期', '门诊慢特病', '转诊']) {
      const ids = app.lookup(words, NOW).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids.length).toBeLessThanOrEqual(10);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('takes the place from the words, and no place from anybody', async () => {
    await talk(app, 'somebody')('我在呼和浩特参保');
    expect(app.lookup('呼和浩特 备案有效期', NOW)[0]?.reply.region?.name).toBe('呼和浩特');
    expect(app.lookup('备案有效期', NOW)[0]?.reply.region).toBeNull();
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['something else', '红烧肉怎么做'],
    ['small talk', '你好'],
    ['an emergency', '我胸口剧痛喘不上气，救命'],
    ['an ID number', `备案有效期 ${ID}`],
    ['a phone number', `备案有效期 ${PHONE}`],
    ['a whole book', '备案有效期'.repeat(300)],
  ])('%s finds nothing', (_, words) => {
    expect(app.lookup(words, NOW)).toEqual([]);
  });
});

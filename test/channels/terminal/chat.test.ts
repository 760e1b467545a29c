import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { chat } from '../../../src/channels/terminal/chat.js';
import { pressOf, renderReply } from '../../../src/channels/terminal/render.js';
import { terminalWording } from '../../../src/dialogue/wording.js';
import { NOW, testApp } from '../../support/app.js';
import { fakeHandle, fakeReply } from '../../support/fake-handle.js';
import { source } from '../../support/knowledge.js';
import { keeping } from './machine.js';

const OFFER = {
  choices: [
    { press: 'one', label: '第一个' },
    { press: 'two', label: '第二个' },
  ],
};

/** What the person sees, and what was handed in, when these lines are typed. */
async function typing(typed: string, fake = fakeHandle(() => OFFER)) {
  const { stream, text } = keeping();
  const options = { user: 'me', now: () => NOW, wording: terminalWording, greeting: '你好。', prompt: '您：' };
  await chat(Readable.from([Buffer.from(typed)]), stream, fake.handle, options);
  return { shown: text(), messages: fake.seen.map(({ message }) => message), seen: fake.seen };
}

describe('a conversation in the terminal', () => {
  test('greets, answers each line, and ends with the input', async () => {
    const { shown, seen } = await typing('备案\n登记\n', fakeHandle());
    expect(shown.startsWith('你好。\n\n您：\n备案\n')).toBe(true);
    expect(shown.split('您：')).toHaveLength(4);
    expect(shown.endsWith('您：\n')).toBe(true);
    expect(seen.map(({ channel, user, at }) => ({ channel, user, at }))).toEqual(
      Array(2).fill({ channel: 'terminal', user: 'me', at: NOW }),
    );
  });

  test('nothing typed is a greeting and an end', async () => {
    expect(await typing('')).toMatchObject({ shown: '你好。\n\n您：\n', messages: [] });
  });

  test('a number presses what the last reply offered, choices before actions', async () => {
    const { messages } = await typing('备案\n2\n1\n4\n');
    expect(messages).toEqual([{ text: '备案' }, { press: 'two' }, { press: 'one' }, { press: 'a:wrong' }]);
  });

  test.each(['0', '5', '99', '100', '1.', '第1个', '-1', '1 2'])('%j is text', async (typed) => {
    expect((await typing(`备案\n${typed}\n`)).messages[1]).toEqual({ text: typed });
  });

  test('a number before any reply is text', async () => {
    expect((await typing('1\n')).messages).toEqual([{ text: '1' }]);
  });

  test('the end of the last line may be missing, CRLF ends a line', async () => {
    expect((await typing('备案\r\n登记')).messages).toEqual([{ text: '备案' }, { text: '登记' }]);
  });

  test('with the real application it answers', async () => {
    const app = await testApp();
    const { stream, text } = keeping();
    const options = { user: 'me', now: () => NOW, wording: terminalWording, greeting: '', prompt: '' };
    await chat(Readable.from(['转人工\n']), stream, app.handle, options);
    expect(text()).toContain('12393');
    expect(text()).toContain('2026-11-22');
    await app.close();
  });
});

describe('a reply in the terminal', () => {
  test('text and steps, place and day, each source once, numbered buttons', () => {
    const notice = source({ id: 'notice', title: '示例通知', number: '示例发1号' });
    const shown = renderReply(
      fakeReply({
        ...OFFER,
        blocks: [{ text: '可以。' }, { steps: ['打开', '提交'] }, { working: [] }],
        sources: [
          { source: notice, place: '一' },
          { source: notice, place: '一' },
          { source: notice, place: '二' },
        ],
        region: { code: '150100', name: '呼和浩特' },
      }),
      terminalWording,
    );
    expect(shown.split('\n')).toEqual([
      '可以。',
      '1. 打开',
      '2. 提交',
      '',
      terminalWording.scope('呼和浩特', '2026-11-22', '2026-11-01'),
      '依据：',
      '  《示例通知》示例发1号 一',
      '  《示例通知》示例发1号 二',
      '  [1] 第一个',
      '  [2] 第二个',
      '  [3] 转人工',
      '  [4] 这条不对',
    ]);
  });

  test('of no named place it is the nation, without sources there is no heading', () => {
    const shown = renderReply(fakeReply(), terminalWording);
    expect(shown).toContain('适用：全国');
    expect(shown).not.toContain('依据');
  });

  test('a number presses only what was shown', () => {
    const reply = fakeReply(OFFER);
    expect(['1', ' 2 ', '4', '5', '0', '', 'x'].map((typed) => pressOf(typed, reply))).toEqual([
      'one',
      'two',
      'a:wrong',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(pressOf('1', undefined)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEvent } from '../../../src/channels/telegram/log.js';
import type { TextMessage } from '../../../src/channels/telegram/outgoing.js';
import { renderReply } from '../../../src/channels/telegram/render.js';
import type { Block, Reply } from '../../../src/dialogue/types.js';
import type { Citation } from '../../../src/policy/source.js';
import { visibleText } from '../../support/bot-api-rules.js';
import { reply, WORDING } from './harness.js';

const citation = (more: Partial<Citation['source']> = {}, place = '第七条'): Citation => ({
  source: {
    id: 'notice',
    title: '关于异地就医的通知',
    number: '医保发〔2022〕22号',
    issuer: '国家医保局',
    authority: 'national',
    status: 'in_force',
    copy: false,
    ...more,
  },
  place,
});

function render(given: Reply): { messages: TextMessage[]; log: LogEvent[] } {
  const log: LogEvent[] = [];
  const rendering = { wording: WORDING, log: (event: LogEvent) => log.push(event), username: 'yidi_test_bot' };
  return { messages: renderReply(given, rendering).flatMap((one) => ('html' in one ? [one] : [])), log };
}

const htmlOf = (given: Reply): string[] => render(given).messages.map(({ html }) => html);

describe('blocks', () => {
  test('text is escaped, blocks stand apart, steps are numbered', () => {
    const blocks: Block[] = [{ text: '起付线 < 800 & > 300' }, { steps: ['打开 App', '选<备案>'] }];
    expect(htmlOf(reply('', { blocks }))).toEqual(['起付线 &lt; 800 &amp; &gt; 300\n\n1. 打开 App\n2. 选&lt;备案&gt;']);
  });

  test('a working is a table of the amounts, with how they came about below', () => {
    const line = { id: 'pool', label: '统筹支付', working: '10000 × 0.85', value: '8500' };
    const bare = { id: 'self', label: '个人负担', working: '', value: '1500' };
    const [html] = htmlOf(reply('', { blocks: [{ working: [line, bare] }] }));
    expect(html).toContain(
      '<pre>统筹支付 8500\n个人负担 1500</pre>\n<blockquote expandable>统筹支付：10000 × 0.85</blockquote>',
    );
  });

  test('a reply without anything to show says so and is logged', () => {
    const { messages, log } = render(reply('  '));
    expect(messages.map(({ text }) => text)).toEqual([WORDING.failed]);
    expect(log).toEqual([{ event: 'telegram_reply_empty', code: 'answered_curated' }]);
  });
});

describe('sources and footer', () => {
  test('each source once, linked if it has an address, then the footer', () => {
    const linked = citation({ url: 'https://example.org/?a=1&b="2"' });
    const [html] = htmlOf(reply('长期有效。', { sources: [linked, linked, citation({ number: undefined }, '附件')] }));
    expect(html).toBe(
      '长期有效。\n\n依据：\n' +
        '· <a href="https://example.org/?a=1&amp;b=&quot;2&quot;">《关于异地就医的通知》</a>医保发〔2022〕22号 第七条\n' +
        '· 《关于异地就医的通知》 附件\n\n' +
        '<i>适用：全国 · 2026-11-22 · 资料核对至 2026-11-01</i>',
    );
  });

  test('the footer names the region; a reply that states nothing has none', () => {
    const region = { code: '150100', name: '呼和浩特市' };
    expect(htmlOf(reply('好。', { region, sources: [citation()] }))[0]).toContain('适用：呼和浩特市 · 2026-11-22');
    expect(htmlOf(reply('您好！', { status: 'smalltalk' }))).toEqual(['您好！']);
  });

  test('only a web address becomes a link', () => {
    const [html] = htmlOf(reply('好。', { sources: [citation({ url: 'javascript:alert(1)' })] }));
    expect(html).not.toContain('<a');
  });
});

describe('keyboard', () => {
  const choices = [
    { press: 'a', label: '长期居住' },
    { press: 'b', label: '转诊' },
  ];
  const actions = [
    { press: 'human', label: '转人工' },
    { press: 'wrong', label: '这条不对' },
  ];

  test('choices one a row, actions in one row, under the last message', () => {
    const { messages } = render(reply('问'.repeat(5_000), { choices, actions }));
    expect(messages.map(({ keyboard }) => keyboard.length)).toEqual([0, 3]);
    expect(messages[1]?.keyboard).toEqual([
      [{ text: '长期居住', callback_data: 'a' }],
      [{ text: '转诊', callback_data: 'b' }],
      [
        { text: '转人工', callback_data: 'human' },
        { text: '这条不对', callback_data: 'wrong' },
      ],
    ]);
  });

  test('what Telegram would refuse is left out and logged: 22 Chinese characters are 66 bytes', () => {
    const mistakes = ['', '医'.repeat(22), '医'.repeat(21)].map((press) => ({ press, label: '好' }));
    const { messages, log } = render(reply('问', { choices: [...mistakes, { press: 'x', label: ' ' }] }));
    expect(messages[0]?.keyboard).toEqual([[{ text: '好', callback_data: '医'.repeat(21) }]]);
    expect(log).toEqual([{ event: 'telegram_button_dropped', code: 3 }]);
  });

  test('a long label is cut between characters as people see them, and no more than 100 buttons stand', () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ press: `p${index}`, label: '👨‍👩‍👧‍👦'.repeat(70) }));
    const { messages, log } = render(reply('问', { choices: many, actions }));
    const buttons = messages[0]?.keyboard.flat() ?? [];
    expect(buttons[0]?.text).toBe(`${'👨‍👩‍👧‍👦'.repeat(59)}…`);
    expect(buttons).toHaveLength(100);
    expect(buttons.at(-1)).toMatchObject({ callback_data: 'wrong' });
    expect(log).toEqual([{ event: 'telegram_button_dropped', code: 22 }]);
  });
});

describe('splitting', () => {
  test('between blocks where that will do', () => {
    const blocks = [{ text: '一'.repeat(3_000) }, { text: '二'.repeat(3_000) }, { text: '三'.repeat(1_000) }];
    const texts = render(reply('', { blocks })).messages.map(({ text }) => text);
    expect(texts).toEqual(['一'.repeat(3_000), `${'二'.repeat(3_000)}\n\n${'三'.repeat(1_000)}`]);
  });

  test('4,096 units are one message, 4,097 two', () => {
    expect(htmlOf(reply('&'.repeat(1_000) + '字'.repeat(3_096)))).toHaveLength(1);
    expect(htmlOf(reply('字'.repeat(4_097)))).toHaveLength(2);
  });

  test('inside a paragraph after a sentence', () => {
    const sentence = `${'字'.repeat(99)}。`;
    const [first] = render(reply(sentence.repeat(50))).messages;
    expect(first?.text).toBe(sentence.repeat(40));
  });

  test('a family emoji is not torn', () => {
    const family = '👨‍👩‍👧‍👦';
    for (const { text } of render(reply(`字${family.repeat(900)}`)).messages) {
      expect(text.replace('字', '').length % family.length).toBe(0);
    }
  });

  test('even a sign of any length is cut between pairs', () => {
    const endless = '👨\u200d'.repeat(3_000);
    const texts = render(reply(endless)).messages.map(({ text }) => text);
    expect(texts.join('') === endless).toBe(true);
    for (const text of texts) expect(/\p{Surrogate}/u.test(text)).toBe(false);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '&',
      '&amp;',
      '<b>',
      '</i>',
      '"',
      '\n',
      '\n\n',
      ' ',
      '。',
      '，',
      '😀',
      '👨‍👩‍👧‍👦',
      '🇨🇳',
      '\ud83d',
      '\ude00',
    ),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.nat({ max: 3_000 }).map((length) => '医'.repeat(length)),
    fc.nat({ max: 2_000 }).map((length) => '<&>😀'.repeat(length)),
  );
  const long = fc.array(piece, { maxLength: 20 }).map((parts) => parts.join(''));
  const block: fc.Arbitrary<Block> = fc.oneof(
    long.map((text) => ({ text })),
    fc.array(long, { maxLength: 5 }).map((steps) => ({ steps })),
    long.map((value) => ({ working: [{ id: 'x', label: '行', working: value.slice(0, 50), value }] })),
  );
  const bare = (text: string): string => text.replace(/\s+/g, '');
  const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

  const written = (block: Block): string => {
    if ('text' in block) return block.text;
    if ('steps' in block) return block.steps.map((step, index) => `${index + 1}. ${step}`).join('');
    const table = block.working.map(({ label, value }) => `${label}${value}`);
    const workings = block.working.flatMap(({ label, working }) => (working === '' ? [] : [`${label}：${working}`]));
    return [...table, ...workings].join('');
  };

  test('whatever the text, each message is taken by Telegram and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const { messages } = render(reply('', { blocks: [...blocks, { text: '完' }] }));
        for (const { html, text } of messages) {
          expect(visibleText(html)).toBe(text);
          expect(text.length).toBeLessThanOrEqual(4_096);
          expect(html.length).toBeLessThanOrEqual(9_500);
          expect(text.trim()).not.toBe('');
          expect(text).not.toMatch(/\p{Surrogate}/u);
        }
        const shown = bare(messages.map(({ text }) => text).join(''));
        const whole = bare(wellFormed(blocks.map(written).join('\n')));
        expect(shown.startsWith(`${whole}完`)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

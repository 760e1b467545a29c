import { expect, test } from 'vitest';
import type { Outgoing } from '../../../src/channels/telegram/outgoing.js';
import { renderReply } from '../../../src/channels/telegram/render.js';
import type { Block, Reply } from '../../../src/dialogue/types.js';
import { visibleText } from '../../support/bot-api-rules.js';
import { reply, WORDING } from './harness.js';

const REPLIES = 10_000;

/** The same numbers each time (a linear congruential generator), from 0 up to `below`. */
function createDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

const dice = createDice(20_261_122);

const pick = <T>(all: readonly T[]): T => {
  const one = all[dice(all.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

const SIGNS = [
  '<',
  '>',
  '&',
  '&amp;',
  '<pre>',
  '</pre>',
  '</blockquote>',
  '"',
  '\n',
  '。',
  '，',
  '😀',
  '👨‍👩‍👧‍👦',
  '🇨🇳',
  '\ud83d',
  '医',
  ' 12,000.00元',
];
/** Lengths around the places where something is cut. */
const LENGTHS = [1, 2, 3, 5, 7, 12, 31, 32, 33, 60, 90, 150, 400, 1_020, 2_047, 4_097];

const text = (): string =>
  Array.from({ length: 1 + dice(3) }, () => pick(SIGNS).repeat(1 + dice(pick(LENGTHS)))).join(pick(SIGNS));
const short = (): string => Array.from({ length: 1 + dice(12) }, () => pick(SIGNS)).join('');

function table(): Block {
  const length = 1 + dice(pick([4, 4, 8, 8, 20, 200]));
  return {
    working: Array.from({ length }, () => ({
      id: 'pool',
      label: short(),
      working: dice(2) === 0 ? '' : short(),
      value: `${dice(1_000_000)}.00`,
    })),
  };
}

const block = (): Block => pick([() => ({ text: text() }), () => ({ steps: [short(), text()] }), table])();

const wellFormed = (written: string): string => written.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/\s+/g, '');

function writtenOf(one: Block): string {
  if ('text' in one) return one.text;
  if ('steps' in one) return one.steps.map((step, index) => `${index + 1}. ${step}`).join('');
  const workings = one.working.flatMap(({ label, working }) => (working === '' ? [] : [`${label}：${working}`]));
  return [...one.working.map(({ label, value }) => label + value), ...workings].join('');
}

const given = (): Reply => {
  const blocks = Array.from({ length: 1 + dice(3) }, block);
  const buttons = Array.from({ length: dice(5) }, (_, i) => ({ press: `p${i}`, label: short() }));
  return reply('', {
    blocks: [...blocks, { text: '完' }],
    choices: buttons,
    actions: [{ press: 'h', label: '转人工' }],
  });
};

/** The texts that are sent; each is checked the way Telegram checks it. */
function taken(messages: readonly Outgoing[]): string[] {
  return messages.flatMap((message) => {
    if (!('html' in message)) throw new Error('a reply without files has texts only');
    const { html, text: plain } = message;
    if (visibleText(html) !== plain) throw new Error('what is shown is not what is sent plain');
    if (plain.length > 4_096 || html.length > 9_500 || plain.trim() === '') throw new Error('Telegram would refuse it');
    return [plain];
  });
}

test('10,000 replies of signs, emoji and long tables: none over the limit, no tag left open, nothing lost', {
  timeout: 120_000,
}, () => {
  const log = () => {};
  for (let i = 0; i < REPLIES; i += 1) {
    const one = given();
    const shown = taken(renderReply(one, { wording: WORDING, log })).join('');
    const written = wellFormed(one.blocks.map(writtenOf).join(''));
    expect(shown.replace(/\s+/g, '').startsWith(written), `reply ${i}`).toBe(true);
  }
});

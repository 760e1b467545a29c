import type { Choice, Reply } from '../../dialogue/types.js';
import type { Log } from './log.js';
import type { Button } from './outgoing.js';

const MAX_PRESS_BYTES = 64;
const MAX_LABEL = 60;
const MAX_BUTTONS = 100;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

function short(label: string): string {
  const signs = [...graphemes.segment(label)];
  return signs.length <= MAX_LABEL ? label : `${label.slice(0, signs[MAX_LABEL - 1]?.index)}…`;
}

function buttonOf({ press, label }: Choice): Button[] {
  const bytes = Buffer.byteLength(press);
  if (bytes === 0 || bytes > MAX_PRESS_BYTES || label.trim() === '') return [];
  return [{ text: short(label.trim()), callback_data: press }];
}

/**
 * The choices one a row, then a link on, then the actions in one row. A button Telegram would refuse is left out and
 * logged: our mistake.
 */
export function keyboardOf(
  reply: Pick<Reply, 'choices' | 'actions'>,
  log: Log,
  link: readonly Button[] = [],
): Button[][] {
  const actions = reply.actions.flatMap(buttonOf);
  const choices = reply.choices.flatMap(buttonOf).slice(0, MAX_BUTTONS - actions.length - link.length);
  const dropped = reply.choices.length + reply.actions.length - choices.length - actions.length;
  if (dropped > 0) log({ event: 'telegram_button_dropped', code: dropped });
  return [...choices.map((choice) => [choice]), [...link], actions].filter((row) => row.length > 0);
}

import type { Pressed } from './arrival.js';
import type { Button } from './outgoing.js';
import type { Tools } from './tools.js';

const MARK = '✓ ';

/** Tells Telegram the press has come, which ends the spinner; true unless it is worth another try. */
export async function acknowledge(query: string, tools: Tools): Promise<boolean> {
  const outcome = await tools.api('answerCallbackQuery', { callback_query_id: query });
  if (outcome.ok) return true;
  tools.log({ event: 'telegram_press_not_acknowledged', code: outcome.failure.code });
  return outcome.failure.kind !== 'down' && outcome.failure.kind !== 'wait';
}

const isPressed = (button: Button, press: string): boolean =>
  'callback_data' in button && button.callback_data === press;

const ticked = (button: Button): Button =>
  button.text.startsWith(MARK) ? button : { ...button, text: `${MARK}${button.text}` };

/**
 * Ticks the pressed button, since a press leaves no trace in the chat. If it settled its question it stays alone, so that
 * no button stands that leads nowhere; else all stay, as every one stays valid. Not worth a second try.
 */
export async function markPressed(
  chat: number,
  press: string,
  { message, keyboard }: Pressed,
  settled: boolean,
  tools: Tools,
): Promise<void> {
  const shown = settled ? keyboard.map((row) => row.filter((button) => isPressed(button, press))) : keyboard;
  const inline_keyboard = shown
    .map((row) => row.map((button) => (isPressed(button, press) ? ticked(button) : button)))
    .filter((row) => row.length > 0);
  const payload = { chat_id: chat, message_id: message, reply_markup: { inline_keyboard } };
  const outcome = await tools.api('editMessageReplyMarkup', payload);
  if (outcome.ok || outcome.failure.kind === 'same') return;
  tools.log({ event: 'telegram_not_marked', chat: tools.hash(chat), code: outcome.failure.code });
}

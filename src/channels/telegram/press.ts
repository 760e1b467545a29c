import type { Pressed } from './arrival.js';
import type { Tools } from './tools.js';

const MARK = '✓ ';

/** Tells Telegram the press has come, which ends the spinner; true unless it is worth another try. */
export async function acknowledge(query: string, tools: Tools): Promise<boolean> {
  const outcome = await tools.api('answerCallbackQuery', { callback_query_id: query });
  if (outcome.ok) return true;
  tools.log({ event: 'telegram_press_not_acknowledged', code: outcome.failure.code });
  return outcome.failure.kind !== 'down' && outcome.failure.kind !== 'wait';
}

/**
 * Ticks the pressed button, since a press leaves no trace in the chat; all buttons stay, as every one stays valid.
 * Not worth a second try.
 */
export async function markPressed(chat: number, press: string, pressed: Pressed, tools: Tools): Promise<void> {
  const inline_keyboard = pressed.keyboard.map((row) =>
    row.map(({ text, callback_data }) => ({
      text: callback_data === press && !text.startsWith(MARK) ? `${MARK}${text}` : text,
      callback_data,
    })),
  );
  const outcome = await tools.api('editMessageReplyMarkup', {
    chat_id: chat,
    message_id: pressed.message,
    reply_markup: { inline_keyboard },
  });
  if (outcome.ok || outcome.failure.kind === 'same') return;
  tools.log({ event: 'telegram_not_marked', chat: tools.hash(chat), code: outcome.failure.code });
}

import type { InlineQueryResultArticle } from 'telegraf/types';
import type { Found } from '../../dialogue/types.js';
import { renderReply } from './render.js';
import { persist } from './retry.js';
import type { Tools } from './tools.js';

const MOST_RESULTS = 10;
const MAX_ID_BYTES = 64;
const SUMMARY = 80;
/** The same words find the same for everybody, until the content changes. */
const CACHE_SECONDS = 300;

/** An answer to put into a chat: its text with sources, place and day; none if it is no single message. */
function articleOf({ id, title, reply }: Found, tools: Tools): InlineQueryResultArticle[] {
  const [message, ...more] = renderReply({ ...reply, choices: [], actions: [] }, tools);
  if (!message || !('html' in message) || more.length > 0 || Buffer.byteLength(id) > MAX_ID_BYTES) return [];
  return [
    {
      type: 'article',
      id,
      title,
      description: [...message.text.replace(/\s+/g, ' ')].slice(0, SUMMARY).join(''),
      input_message_content: {
        message_text: message.html,
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
      },
    },
  ];
}

function find(words: string, tools: Tools): readonly Found[] {
  try {
    return words.trim() === '' ? [] : (tools.find?.(words, tools.now()) ?? []);
  } catch {
    tools.log({ event: 'telegram_find_failed' });
    return [];
  }
}

/** Answers an inline query with what its words find, also if that is nothing: Telegram waits for it. */
export async function answerInline(
  query: { readonly id: string; readonly words: string },
  tools: Tools,
): Promise<void> {
  const results = find(query.words, tools)
    .slice(0, MOST_RESULTS)
    .flatMap((found) => articleOf(found, tools));
  const payload = { inline_query_id: query.id, results, cache_time: CACHE_SECONDS, is_personal: false };
  const outcome = await persist(() => tools.sending(() => tools.api('answerInlineQuery', payload)), tools);
  if (!outcome.ok) tools.log({ event: 'telegram_inline_not_answered', code: outcome.failure.code });
}

import { z } from 'zod';

/** What Telegram refuses, with its words. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
  ) {
    super(description);
  }
}

export const bad = (what: string): Refusal => new Refusal(400, `Bad Request: ${what}`);

const TAGS = new Set('b strong i em u ins s strike del a code pre blockquote span tg-spoiler tg-emoji'.split(' '));
const TOKEN = /<(\/?)([a-z-]+)((?:\s[^<>]*)?)>|&(lt|gt|amp|quot|#\d+);|[<>&]|[^<>&]+/gi;
/** What may stand in a start tag beside its name, where that is anything. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = { a: /^ href="[^"<>]+"$/, blockquote: /^( expandable)?$/ };
/** Blocks that take no other mark inside, nor each other. */
const ALONE = new Set(['pre', 'code', 'blockquote']);
const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The text left after the markup is read; stricter than Telegram, which lets a bare > or & pass. */
export function visibleText(html: string): string {
  const open: string[] = [];
  let text = '';
  for (const [token, slash, tag, attributes, entity] of html.matchAll(TOKEN)) {
    if (entity !== undefined) text += SIGNS[entity] ?? String.fromCodePoint(Number(entity.slice(1)));
    else if (tag === undefined && '<>&'.includes(token)) throw bad(`can't parse entities: unescaped sign near ${text}`);
    else if (tag === undefined) text += token;
    else if (slash) {
      if (open.pop() !== tag) throw bad(`can't parse entities: unmatched end tag "${tag}"`);
    } else {
      const plain = ATTRIBUTES[tag ?? '']?.test(attributes ?? '') ?? attributes === '';
      if (!TAGS.has(tag) || !plain) throw bad(`can't parse entities: unsupported start tag "${tag}"`);
      if (open.some((outer) => ALONE.has(outer)) || (ALONE.has(tag ?? '') && open.length > 0)) {
        throw bad(`can't parse entities: "${tag}" inside "${open.at(-1)}"`);
      }
      open.push(tag ?? '');
    }
  }
  if (open.length > 0)
    throw bad(`can't parse entities: can't find end tag corresponding to start tag "${open.at(-1)}"`);
  return text;
}

/** The text of a message as it will stand in the chat. */
export function checkedText(text: string, parseMode: string | undefined, most = 4096): string {
  if (/\p{Surrogate}/u.test(text)) throw bad('strings must be encoded in UTF-8');
  const visible = (parseMode === undefined ? text : visibleText(text)).trim();
  if (visible === '') throw bad('message text is empty');
  if (visible.length > most || text.length > 9500) throw bad('message is too long');
  return visible;
}

const buttonSchema = z.union([
  z.strictObject({ text: z.string(), callback_data: z.string() }),
  z.strictObject({ text: z.string(), url: z.url({ protocol: /^(https?|tg)$/ }) }),
]);

export const keyboardSchema = z.strictObject({ inline_keyboard: z.array(z.array(buttonSchema).min(1)) });

export type Keyboard = z.infer<typeof keyboardSchema>;

/** Telegram's own checks of an inline keyboard. */
export function checkKeyboard(keyboard: Keyboard | undefined): void {
  const buttons = keyboard?.inline_keyboard.flat() ?? [];
  if (buttons.length > 100) throw bad('reply markup is too long');
  for (const button of buttons) {
    if (button.text.trim() === '') throw bad('text buttons are not allowed to be empty');
    if (!('callback_data' in button)) continue;
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes < 1 || bytes > 64) throw bad('BUTTON_DATA_INVALID');
  }
}

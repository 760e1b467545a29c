import type { Outcome } from './api.js';
import type { Menu } from './options.js';
import { persist } from './retry.js';
import type { Tools } from './tools.js';

/** For everybody, and for those whose Telegram speaks Chinese: the latter goes before what another tool set once. */
const LANGUAGES = ['', 'zh'] as const;

/** All calls that present the bot: commands for each scope, descriptions, the menu button. */
function calls(
  { private: own, group, description, about, app }: Menu,
  { api }: Tools,
): (() => Promise<Outcome<unknown>>)[] {
  const scopes = [
    { type: 'all_private_chats', list: own },
    { type: 'all_group_chats', list: group },
    { type: 'all_chat_administrators', list: group },
  ] as const;
  const inLanguages = LANGUAGES.flatMap((language_code) => [
    ...scopes.map(({ type, list }) => () => {
      const commands = list.map((command) => ({ ...command }));
      return api('setMyCommands', { commands, scope: { type }, language_code });
    }),
    () => api('setMyDescription', { description, language_code }),
    () => api('setMyShortDescription', { short_description: about, language_code }),
  ]);
  const menu_button = app
    ? ({ type: 'web_app', text: app.text, web_app: { url: app.url } } as const)
    : ({ type: 'commands' } as const);
  return [...inLanguages, () => api('setChatMenuButton', { menu_button })];
}

/** Tells Telegram how the bot presents itself. Each part that is refused is logged, and the bot works without it. */
export async function announce(menu: Menu, tools: Tools): Promise<void> {
  for (const call of calls(menu, tools)) {
    if (tools.halt.aborted) return;
    const outcome = await persist(call, tools);
    if (!outcome.ok) tools.log({ event: 'telegram_menu_not_set', code: outcome.failure.code });
  }
}

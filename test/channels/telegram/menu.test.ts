import { afterEach, expect, test } from 'vitest';
import { closeAll, createLatch, echo, MENU, startBot } from './harness.js';

afterEach(closeAll);

const SCOPES = ['all_private_chats', 'all_group_chats', 'all_chat_administrators'];

test('commands are set for private chats, groups and their admins, in no language and in Chinese', async () => {
  const { api } = await startBot(echo, { menu: MENU });
  await api.until(() => api.calls('setChatMenuButton').length === 1);
  const set = api.calls('setMyCommands').map(({ payload }) => payload);
  expect(set).toEqual(
    ['', 'zh'].flatMap((language_code) =>
      SCOPES.map((type) => ({
        commands: type === 'all_private_chats' ? MENU.private : MENU.group,
        scope: { type },
        language_code,
      })),
    ),
  );
  const said = ['', 'zh'].map((language_code) => ({ language_code }));
  expect(api.calls('setMyDescription').map(({ payload }) => payload)).toEqual(
    said.map((one) => ({ ...one, description: MENU.description })),
  );
  expect(api.calls('setMyShortDescription').map(({ payload }) => payload)).toEqual(
    said.map((one) => ({ ...one, short_description: MENU.about })),
  );
  expect(api.calls('setChatMenuButton')[0]?.payload).toEqual({ menu_button: { type: 'commands' } });
});

test('the menu button opens the web page where there is one', async () => {
  const { api } = await startBot(echo, { menu: { ...MENU, app: { text: '打开网页', url: 'https://example.org/' } } });
  await api.until(() => api.calls('setChatMenuButton').length === 1);
  expect(api.calls('setChatMenuButton')[0]?.payload).toEqual({
    menu_button: { type: 'web_app', text: '打开网页', web_app: { url: 'https://example.org/' } },
  });
});

test('without a menu nothing of it is touched', async () => {
  const { api, user } = await startBot(echo);
  const lan = user(42);
  lan.says('好');
  await lan.hears(1);
  const methods = api.state.calls.map(({ method }) => method);
  expect(methods.filter((method) => method.startsWith('set'))).toEqual([]);
});

test('nobody waits for it, and what is refused is logged only', async () => {
  const latch = createLatch();
  const { api, user, events } = await startBot(echo, { menu: MENU }, (server) => {
    server.fail('setMyCommands', { until: latch.opened });
    server.fail('setMyDescription', { code: 400 });
  });
  const lan = user(42);
  lan.says('好');
  await lan.hears(1);
  latch.open();
  await api.until(() => api.calls('setChatMenuButton').length === 1);
  expect(events()).toEqual(['telegram_menu_not_set']);
});

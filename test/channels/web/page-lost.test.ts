import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fakeHandle } from '../../support/fake-handle.js';
import { DESKTOP, launch, noChromium, openPage, PHONE } from './browser.js';
import { realApp } from './real.js';

let browser: Browser;
const real = realApp();

beforeAll(async () => {
  if (!noChromium) browser = await launch();
});
afterAll(() => browser?.close());

async function send(page: Page, text: string): Promise<void> {
  await page.getByLabel('您想问什么？').fill(text);
  await page.getByRole('button', { name: '发送' }).click();
}

/** The server gets the next turn, and its reply is lost on the way, cookie and all. */
const loseNextReply = (page: Page) =>
  page.route(
    '**/api/turn',
    async (route) => {
      const headers = { ...(await route.request().allHeaders()), 'content-type': 'application/json' };
      const body = route.request().postData() ?? '';
      await fetch(route.request().url(), { method: 'POST', headers, body });
      await route.abort();
    },
    { times: 1 },
  );

/** Something else than the server answers the next turn. */
const answerNext = (page: Page, status: number, body: string) =>
  page.route('**/api/turn', (route) => route.fulfill({ status, body, contentType: 'application/json' }), { times: 1 });

describe.skipIf(noChromium)('what is lost on the way (needs /usr/bin/chromium)', () => {
  test('a reply: 重试 gets it, and answers no other question of the task', async () => {
    const { page } = await openPage(browser, real.handle(), PHONE, real.options());
    await send(page, '我要备案');
    await page.locator('.answer .choices button').first().waitFor();
    await loseNextReply(page);
    await page.locator('.answer .choices button').first().click();
    await page.getByRole('button', { name: '重试' }).click();
    await expect.poll(() => page.locator('.answer').last().innerText()).toContain('第2步');
  });

  test('the first reply, with the cookie in it: 重试 goes on with the same conversation', async () => {
    const { page, seen } = await openPage(browser, fakeHandle(), PHONE);
    await loseNextReply(page);
    await send(page, '第一句');
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('.answer').waitFor();
    await send(page, '第二句');
    await page.locator('.answer').nth(1).waitFor();
    expect(seen.map(({ message }) => message)).toEqual([{ text: '第一句' }, { text: '第二句' }]);
    expect(seen[1]?.user).toBe(seen[0]?.user);
  });

  test.each([
    ['200 null', 200, 'null'],
    ['200 {}', 200, '{}'],
    ['200 []', 200, '[]'],
    ['502 {}', 502, '{}'],
    ['404 null', 404, 'null'],
    ['500 with a detail that is no text', 500, '{"detail":{}}'],
  ])('%s is told kindly, and one can go on', async (_, status, body) => {
    const { page, seen } = await openPage(browser, fakeHandle(), PHONE);
    await answerNext(page, status, body);
    await send(page, '还好吗');
    await page.locator('.failed').getByText('服务器的回复看不懂').waitFor();
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('.answer .text', { hasText: '还好吗' }).waitFor();
    expect(seen).toHaveLength(1);
    expect(await page.getByRole('button', { name: '发送' }).isEnabled()).toBe(true);
  });

  test('a server that hangs: after a while it says so, and 不等了 gives 重试', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { page, seen } = await openPage(
      browser,
      fakeHandle(() => gate.then(() => ({}))),
      DESKTOP,
    );
    await page.clock.install();
    await send(page, '慢');
    await page.getByRole('status').getByText('正在查').waitFor();
    expect(await page.getByRole('button', { name: '不等了' }).count()).toBe(0);
    await page.clock.runFor(8_000);
    await page.getByRole('status').getByText('比平时慢').waitFor();
    await page.getByRole('button', { name: '不等了' }).click();
    await page.locator('.failed').getByText('您说不等了').waitFor();
    expect(await page.getByRole('status').textContent()).toBe('');
    open();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('重试');
    await page.keyboard.press('Enter');
    await page.locator('.answer:not(.failed)').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('text');
    expect(seen).toHaveLength(1);
  });
});

describe.skipIf(noChromium)('personal numbers (needs /usr/bin/chromium)', () => {
  const NUMBER = '11010519491231002X';

  test('are neither shown nor kept once the server has them, and a day is', async () => {
    const { page } = await openPage(browser, real.handle(), PHONE, real.options());
    await send(page, `我2026-11-22住院，身份证 ${NUMBER}，备案有效期多久`);
    await page.locator('.answer').waitFor();
    const shown = '我2026-11-22住院，身份证 〔身份证号〕，备案有效期多久';
    expect(await page.locator('.mine .text').innerText()).toBe(shown);
    expect(await page.content()).not.toContain(NUMBER);
    expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')).not.toContain(NUMBER);
    await page.getByRole('link', { name: '记录' }).click();
    await page.locator('.card h3').getByText(shown).waitFor();
  });

  test('are kept nowhere if the turn fails', async () => {
    const { page } = await openPage(browser, real.handle(), PHONE, real.options());
    await answerNext(page, 500, '{}');
    await send(page, NUMBER);
    await page.getByRole('button', { name: '重试' }).waitFor();
    expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')).not.toContain(NUMBER);
  });
});

describe.skipIf(noChromium)('before the script is here (needs /usr/bin/chromium)', () => {
  const box = (page: Page) => page.getByLabel('您想问什么？');

  /** The page with a script that comes when it is let in. */
  async function slowPage(screen = PHONE) {
    let letIn = () => {};
    const gate = new Promise<void>((resolve) => {
      letIn = resolve;
    });
    const opened = await openPage(browser, fakeHandle(), screen);
    await opened.page.route('**/page.js', async (route) => {
      await gate;
      await route.continue();
    });
    await opened.page.goto(opened.url, { waitUntil: 'commit' });
    await box(opened.page).waitFor();
    return { ...opened, letIn };
  }

  test('what is typed stays', async () => {
    const { page, letIn, errors } = await slowPage(DESKTOP);
    await box(page).fill('写到一半');
    letIn();
    await page.locator(':root[data-ready]').waitFor();
    expect(await box(page).inputValue()).toBe('写到一半');
    await page.getByRole('button', { name: '发送' }).click();
    await page.locator('.answer .text', { hasText: '写到一半' }).waitFor();
    expect(errors).toEqual([]);
  });

  test('发送 reloads nothing, says that it will be sent, and is done as soon as it can', async () => {
    const { page, url, letIn, seen } = await slowPage();
    await box(page).fill('先发了');
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('status').getByText('还在打开').waitFor();
    expect(page.url()).toBe(`${url}/`);
    letIn();
    await page.locator('.answer .text', { hasText: '先发了' }).waitFor();
    expect(seen.map(({ message }) => message)).toEqual([{ text: '先发了' }]);
    expect(await page.getByText('还在打开').isVisible()).toBe(false);
    expect(await box(page).inputValue()).toBe('');
  });

  test.each([
    ['cannot be read by this browser', '这个浏览器太旧，打不开这一页', 'let of = ;'],
    ['does not come', '这一页没有打开全', undefined],
  ])('a script that %s is told of after a while', async (_, told, script) => {
    const { page, url } = await openPage(browser, fakeHandle(), PHONE);
    expect(await page.getByText(told).isVisible()).toBe(false);
    await page.route('**/page.js', (route) =>
      script === undefined ? route.abort() : route.fulfill({ body: script, contentType: 'text/javascript' }),
    );
    await page.goto(url);
    await page.getByRole('alert').getByText(told).waitFor({ timeout: 15_000 });
  });
});

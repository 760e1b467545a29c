import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fakeHandle } from '../../support/fake-handle.js';
import { DESKTOP, launch, noChromium, openPage, PHONE } from './browser.js';
import { expectReadable, smallestText } from './measure.js';
import { ASKED, policyHandle } from './page-handle.js';

let browser: Browser;

beforeAll(async () => {
  if (!noChromium) browser = await launch();
});
afterAll(() => browser?.close());

async function askAndUnfold(page: Page): Promise<void> {
  await page.getByRole('button', { name: ASKED }).click();
  await page.getByText('依据（2）').click();
}

describe.skipIf(noChromium).each([
  ['phone', { ...PHONE, colorScheme: 'light' as const }],
  ['phone, dark', { ...PHONE, colorScheme: 'dark' as const }],
  ['desktop', { ...DESKTOP, colorScheme: 'light' as const }],
])('reading on %s (needs /usr/bin/chromium)', (_, screen) => {
  test('letters, lines, contrast and targets are large enough, 长辈版 makes them larger and is remembered', async () => {
    const { page, errors } = await openPage(browser, policyHandle(), screen);
    await askAndUnfold(page);
    await expectReadable(page, 18, 48);
    const large = page.getByRole('button', { name: '长辈版' });
    expect(await large.getAttribute('aria-pressed')).toBe('false');
    await large.click();
    expect(await large.getAttribute('aria-pressed')).toBe('true');
    await expectReadable(page, 22, 60);
    await page.reload();
    expect(await large.getAttribute('aria-pressed')).toBe('true');
    await askAndUnfold(page);
    await expectReadable(page, 22, 60);
    await page.getByRole('button', { name: '字大一点' }).click();
    await page.getByRole('button', { name: '字大一点' }).click();
    expect(await page.getByRole('button', { name: '字大一点' }).isDisabled()).toBe(true);
    expect(await smallestText(page)).toBeGreaterThanOrEqual(30);
    await page.reload();
    expect(await smallestText(page)).toBeGreaterThanOrEqual(30);
    await expectReadable(page, 30, 60);
    await large.click();
    await page.reload();
    expect(await large.getAttribute('aria-pressed')).toBe('false');
    expect(errors).toEqual([]);
  });
});

describe.skipIf(noChromium)('without a mouse (needs /usr/bin/chromium)', () => {
  test('the keyboard alone asks, chooses and unfolds; the focus stays in the box', async () => {
    const { page, seen } = await openPage(browser, policyHandle(), DESKTOP);
    const focused = () => page.evaluate('document.activeElement.textContent || document.activeElement.id');
    expect(await focused()).toBe('text');
    await page.keyboard.type('第一行');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('第二行');
    await page.keyboard.press('Enter');
    await page.getByText('依据（2）').waitFor();
    expect(seen[0]?.message).toEqual({ text: '第一行\n第二行' });
    expect(await focused()).toBe('text');
    for (const name of ['这条不对', '转人工', '参保地医院开了转诊', '我长期住在外地', '依据（2）']) {
      await page.keyboard.press('Shift+Tab');
      expect(await focused()).toBe(name);
    }
    await page.keyboard.press('Enter');
    await page.getByText('附件第七条').waitFor();
    for (const name of ['看原文（新窗口）', '我长期住在外地']) {
      await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
    }
    await page.keyboard.press('Enter');
    await page.getByText('收到 f:long').waitFor();
    expect(await focused()).toBe('text');
  });

  test('Enter that ends a word of the input method does not send; an empty box says what to do', async () => {
    const { page, seen } = await openPage(browser, fakeHandle(), DESKTOP);
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('请先写下').waitFor();
    await page.keyboard.type('备');
    await page.getByLabel('您想问什么？').dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await page.waitForTimeout(200);
    expect(seen).toEqual([]);
    expect(await page.getByRole('status').textContent()).toBe('');
  });

  test('on a touch screen an answer brings up no keyboard', async () => {
    const { page } = await openPage(browser, policyHandle(), PHONE);
    await page.getByRole('button', { name: ASKED }).tap();
    await page.getByText('依据（2）').waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('TEXTAREA');
  });

  test('the conversation is a polite log, and says without scripts that it needs them', async () => {
    const { page, url } = await openPage(browser, fakeHandle(), { ...DESKTOP, javaScriptEnabled: false });
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('polite');
    expect(await page.locator('noscript p').innerText()).toContain('这里用不了');
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    await page.getByLabel('您想问什么？').fill('不该进地址栏');
    await page.getByRole('button', { name: '发送' }).click();
    expect(page.url().replace('?', '')).toBe(`${url}/`);
  });
});

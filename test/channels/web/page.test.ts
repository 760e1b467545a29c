import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fakeHandle } from '../../support/fake-handle.js';
import { DESKTOP, launch, noChromium, openPage, PHONE } from './browser.js';
import { ASKED, policyHandle } from './page-handle.js';
import { brokenHandle, startWeb } from './start.js';

let browser: Browser;

beforeAll(async () => {
  if (!noChromium) browser = await launch();
});
afterAll(() => browser?.close());

describe.skipIf(noChromium).each([
  ['phone 360x640', PHONE],
  ['desktop 1280x800', DESKTOP],
])('page on %s (needs /usr/bin/chromium)', (_, screen) => {
  test('a question is answered with its validity and its sources', async () => {
    const { page, errors, seen } = await openPage(browser, policyHandle(), screen);
    await page.getByLabel('您想问什么？').fill(ASKED);
    await page.getByRole('button', { name: '发送' }).click();
    const answer = page.getByRole('log').locator('.answer');
    await answer.waitFor();
    expect(await answer.locator('.text').innerText()).toBe('要先备案。\n再去就医。');
    expect(await answer.locator('.validity').textContent()).toBe(
      '适用：呼和浩特市　按 2026-11-22 的规定　资料核对至 2026-11-01',
    );
    await answer.getByText('依据（2）').click();
    expect(await answer.locator('details li').allInnerTexts()).toEqual([
      expect.stringMatching(/示例通知\s+医保发〔20XX〕22号\s+附件第七条\s+看原文/),
      expect.stringMatching(/^市级办法\s+第三条$/),
    ]);
    expect(await answer.getByRole('link').getAttribute('href')).toBe('https://example.org/1');
    expect(await page.getByLabel('您想问什么？').inputValue()).toBe('');
    expect(seen[0]?.message).toEqual({ text: ASKED });
    expect(errors).toEqual([]);
  });

  test('examples and choices are pressed, one user throughout', async () => {
    const { page, seen } = await openPage(browser, policyHandle(), screen);
    await page.getByRole('button', { name: '异地就医备案怎么办？' }).click();
    await page.getByRole('button', { name: '我长期住在外地' }).click();
    await page.getByText('收到 f:long', { exact: true }).waitFor();
    await page.getByRole('button', { name: '这条不对' }).last().click();
    await page.getByText('收到 a:wrong', { exact: true }).waitFor();
    expect(await page.locator('.mine .text').allInnerTexts()).toEqual([
      '异地就医备案怎么办？',
      '我长期住在外地',
      '这条不对',
    ]);
    const messages = [{ text: '异地就医备案怎么办？' }, { press: 'f:long' }, { press: 'a:wrong' }];
    expect(seen.map(({ message }) => message)).toEqual(messages);
    expect(new Set(seen.map(({ user }) => user)).size).toBe(1);
  });

  test('while waiting it says so, and sends nothing twice', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const fake = fakeHandle(async () => {
      await gate;
      return {};
    });
    const { page, seen } = await openPage(browser, fake, screen);
    await page.getByLabel('您想问什么？').fill('一');
    await page.getByLabel('您想问什么？').press('Enter');
    await page.getByRole('status').getByText('正在查，请稍等').waitFor();
    expect(await page.getByRole('button', { name: '发送' }).isDisabled()).toBe(true);
    await page.getByLabel('您想问什么？').fill('二');
    await page.getByLabel('您想问什么？').press('Enter');
    open();
    await page.locator('.answer').waitFor();
    expect(await page.getByRole('button', { name: '发送' }).isEnabled()).toBe(true);
    expect(await page.getByRole('status').textContent()).toBe('');
    expect(await page.getByLabel('您想问什么？').inputValue()).toBe('二');
    expect(seen).toHaveLength(1);
  });

  test('markup from either side is shown, not run', async () => {
    const attack = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    const fake = fakeHandle((said) => ({
      blocks: [{ text: said }, { steps: [attack] }, { working: [{ id: 'a', label: attack, working: '', value: '1' }] }],
      choices: [{ press: 'x', label: attack }],
      region: { code: '1', name: attack },
    }));
    const { page, errors } = await openPage(browser, fake, screen);
    await page.getByLabel('您想问什么？').fill(attack);
    await page.getByLabel('您想问什么？').press('Enter');
    await page.locator('.answer').waitFor();
    expect(await page.locator('.mine .text').innerText()).toBe(attack);
    expect(await page.locator('.answer .text').innerText()).toBe(attack);
    expect(await page.locator('#log img, #log script').count()).toBe(0);
    expect(await page.title()).toBe('异地就医助手');
    expect(errors).toEqual([]);
  });

  test('when the server is gone nothing is lost, and 重试 sends it again', async () => {
    const { page, url, stop } = await openPage(browser, fakeHandle(), screen);
    await stop();
    await page.getByLabel('您想问什么？').fill('还在吗');
    await page.getByLabel('您想问什么？').press('Enter');
    await page.getByText('没有发成，可能是网络不通').waitFor();
    expect(await page.locator('.mine .text').innerText()).toBe('还在吗');
    const { seen } = await startWeb(fakeHandle(), { port: Number(new URL(url).port) });
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('.answer .text', { hasText: '还在吗' }).waitFor();
    expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0);
    expect(await page.locator('.mine').count()).toBe(1);
    expect(seen.map(({ message }) => message)).toEqual([{ text: '还在吗' }]);
  });

  test('an error of the server is said in its words, with 重试', async () => {
    const { page } = await openPage(browser, { handle: brokenHandle, seen: [] }, screen);
    await page.getByRole('button', { name: ASKED }).click();
    await page.getByText('系统出了点问题，请稍后再试。').waitFor();
    expect(await page.getByRole('button', { name: '重试' }).isVisible()).toBe(true);
  });

  test('what is too long is told beside the box before it is sent, and stays there', async () => {
    const { page, seen, errors } = await openPage(browser, fakeHandle(), screen);
    const box = page.getByLabel('您想问什么？');
    const long = '长'.repeat(5000);
    await box.fill(long);
    await page.getByText('多了 4000 字').waitFor();
    expect(await page.locator(`#${await box.getAttribute('aria-describedby')}`).innerText()).toContain('最多 1000 字');
    await page.getByRole('button', { name: '发送' }).click();
    const told = page.getByRole('status').getByText('太长了');
    await told.waitFor();
    const places = [await told.boundingBox(), await box.boundingBox()].map((place) => place?.y ?? Number.NaN);
    for (const y of places) expect(y).toBeLessThan(screen.viewport?.height ?? 0);
    expect(places[0]).toBeGreaterThan(0);
    expect(await box.inputValue()).toBe(long);
    expect(seen).toEqual([]);
    await box.fill('长'.repeat(1000));
    await page.getByText('还能写 0 字').waitFor();
    await page.getByRole('button', { name: '发送' }).click();
    await page.locator('.answer').waitFor();
    expect(await box.inputValue()).toBe('');
    expect(errors).toEqual([]);
  });
});

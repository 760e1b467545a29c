import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESKTOP, launch, noChromium, openPage, PHONE } from './browser.js';
import { checklistHandle, policyHandle } from './page-handle.js';
import { realApp } from './real.js';
import { NOW, signed, TOKEN } from './sign.js';
import { startWeb } from './start.js';

let browser: Browser;
const real = realApp();

beforeAll(async () => {
  if (!noChromium) browser = await launch();
});
afterAll(() => browser?.close());

const open = (path: string, screen: BrowserContextOptions = PHONE) =>
  openPage(browser, real.handle(), screen, { ...real.options(), path });

const heading = (page: Page) => page.locator('.step h2').innerText();

/** Waits until another question, or the end, stands on the card. */
async function movedOn(page: Page, from: string): Promise<void> {
  await expect.poll(() => heading(page)).not.toBe(from);
}

/** Answers the question on the card: by the first answer, or by what is typed. */
async function answer(page: Page, typed: Readonly<Record<string, string>> = {}): Promise<void> {
  const asked = await heading(page);
  const text = Object.entries(typed).find(([word]) => asked.includes(word))?.[1];
  if (text === undefined) await page.locator('.step .choices button').first().click();
  else {
    await page.locator('.typed input').fill(text);
    await page.getByRole('button', { name: '下一步' }).click();
  }
  await movedOn(page, asked);
}

describe.skipIf(noChromium)('a guided task (needs /usr/bin/chromium)', () => {
  test('is begun from its card, goes on and back, and is left and taken up again', async () => {
    const { page, errors } = await open('/#do');
    await page.getByRole('button', { name: '开始：异地就医备案向导' }).click();
    await page.locator('.step').waitFor();
    const first = await heading(page);
    expect(await page.evaluate('document.activeElement.textContent')).toBe(first);
    expect(await page.locator('.where').innerText()).toMatch(/异地就医备案向导\s+第 1 步/);
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('0');
    await answer(page);
    const second = await heading(page);
    expect(Number(await page.getByRole('progressbar').getAttribute('value'))).toBeGreaterThan(0);
    await page.getByRole('button', { name: '上一步' }).click();
    await movedOn(page, second);
    expect(await heading(page)).toBe(first);
    await answer(page);
    await page.getByRole('button', { name: '看全部事项' }).click();
    await page.getByRole('button', { name: '开始：异地就医备案向导' }).click();
    await expect.poll(() => heading(page)).toBe(second);
    await page.getByRole('button', { name: '先不办了' }).click();
    await page.getByText('先停下').waitFor();
    await page.getByRole('button', { name: '接着办' }).click();
    await expect.poll(() => heading(page)).toBe(second);
    expect(errors).toEqual([]);
  });

  test('is typed where there is something to type, up to its result with who pays what', async () => {
    const { page } = await open('/?f=estimate');
    await page.locator('.step').waitFor();
    expect(page.url()).toMatch(/\/#do$/);
    const typed = { 百分之几: '90%', 起付线: '800', 参保地: '呼和浩特', 一共花: '4.8万', 全自费: '没有' };
    for (let i = 0; i < 12 && (await page.locator('.where').count()) > 0; i += 1) await answer(page, typed);
    expect(await page.locator('.payers li').allInnerTexts()).toEqual([
      '统筹基金：37760 元，占 78.7%',
      '自己付：10240 元，占 21.3%',
    ]);
    await page.locator('.step summary').first().click();
    expect(await page.locator('.step details li').first().innerText()).toContain('呼和浩特');
  });

  test('asked for in the conversation, goes on one question a screen for older people', async () => {
    const { page } = await open('/');
    await page.getByRole('button', { name: '长辈版' }).click();
    await page.getByLabel('您想问什么？').fill('我要备案');
    await page.getByRole('button', { name: '发送' }).click();
    await page.locator('.step h2').waitFor();
    expect(page.url()).toMatch(/#do$/);
  });

  test('says so when the list cannot be fetched, and fetches it again', async () => {
    const { page, url, stop } = await open('/');
    await stop();
    await page.getByRole('link', { name: '办一办' }).click();
    await page.getByRole('alert').getByText('没有取到').waitFor();
    await startWeb(real.handle(), { ...real.options(), port: Number(new URL(url).port) });
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('.cards .card').first().waitFor();
  });
});

describe.skipIf(noChromium)('the calculator (needs /usr/bin/chromium)', () => {
  test.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('settles while it is filled in, on %s', async (_, screen) => {
    const { page, errors } = await open('/#count', screen);
    const status = page.getByRole('status');
    await page.getByLabel('总费用').fill('4.8万');
    await page.getByLabel('参保地', { exact: true }).fill('呼和浩特');
    await page.getByLabel('异地就医的情形').selectOption({ label: '参保地医院转诊去外地' });
    await page.getByLabel('险种').selectOption('employee');
    await status.getByText('还算不出准数').waitFor();
    expect(await page.locator('.result').innerText()).toContain('住院本地支付比例');
    await page.getByLabel('医院级别').selectOption('tertiary');
    await page.getByLabel('本地支付比例').fill('90%');
    await status.getByText('只能给个范围').waitFor();
    await page.getByLabel('起付线', { exact: true }).fill('800');
    await status.getByText('医保约报 37760 元，自己付 10240 元').waitFor();
    expect(await page.locator('.payers li').count()).toBe(2);
    expect(await page.getByRole('row', { name: /统筹基金支付/ }).innerText()).toContain('(48000 − 800) × (90% − 10%)');
    expect(await page.getByRole('row', { name: '长期居住' }).innerText()).toMatch(/42480\s+5520/);
    expect(await page.getByRole('row', { name: '没有备案' }).innerText()).toContain('没有规定或没有资料');
    expect(errors).toEqual([]);
  });

  test('says at the field what it cannot read, and what a region asks for', async () => {
    const { page } = await open('/#count');
    await page.getByLabel('总费用').fill('很多');
    await expect.poll(() => page.getByLabel('总费用').getAttribute('aria-invalid')).toBe('true');
    const note = await page.getByLabel('总费用').getAttribute('aria-describedby');
    expect(await page.locator(`[id="${note}"]`).innerText()).toContain('看不懂');
    await page.getByLabel('总费用').fill('20000');
    await page.getByLabel('参保地', { exact: true }).fill('深圳');
    await page.getByLabel('异地就医的情形').selectOption('referral');
    await page.getByLabel('险种').selectOption('employee');
    await page.locator('.needed', { hasText: '人群' }).waitFor();
    await expect.poll(() => page.getByLabel('档次').locator('option').allInnerTexts()).toContain('一档');
    await page.getByRole('button', { name: '全部清空' }).click();
    await page.getByRole('button', { name: '清空', exact: true }).click();
    expect(await page.getByLabel('总费用').inputValue()).toBe('');
  });

  test('is one question a screen for older people', async () => {
    const { page } = await open('/');
    await page.getByRole('button', { name: '长辈版' }).click();
    await page.getByRole('link', { name: '算一算' }).click();
    expect(await page.locator('main input, main select').count()).toBe(0);
    await page.getByRole('button', { name: '开始算' }).click();
    await page.locator('.step').waitFor();
    expect(await page.locator('.step input').count()).toBe(1);
    await answer(page, { 参保地: '呼和浩特' });
    expect(await page.locator('.step h2').count()).toBe(1);
  });
});

describe.skipIf(noChromium)('what can be shared and kept (needs /usr/bin/chromium)', () => {
  test('an answer has a link that gives it to anybody; one that leans on the talk has none', async () => {
    const { page } = await open('/');
    const ask = async (text: string) => {
      await page.getByLabel('您想问什么？').fill(text);
      await page.getByRole('button', { name: '发送' }).click();
      await page
        .locator('.answer')
        .nth((await page.locator('.mine').count()) - 1)
        .waitFor();
    };
    await ask('备案有效期多久');
    const said = await page.locator('.answer .text').first().innerText();
    await page.getByRole('button', { name: '分享' }).click();
    const link = await page.getByLabel('这条的链接').inputValue();
    expect(link).toMatch(/\/\?e=filing_validity$/);
    await ask('那临时外出的呢');
    await page.getByRole('button', { name: '分享' }).click();
    await page.getByText('没有单独的链接').waitFor();
    await page.context().clearCookies();
    await page.goto(link);
    expect(await page.locator('.answer .text').innerText()).toBe(said);
    expect(page.url()).not.toContain('?');
  });

  test('a link to nothing says so', async () => {
    const { page } = await open('/?e=no_such_entry');
    await page.locator('.answer').getByText('没有了').waitFor();
  });

  test('what was asked stays on this device without numbers, until it is deleted', async () => {
    const { page } = await open('/');
    await page.getByLabel('您想问什么？').fill('备案有效期多久，我的号是 6222 0212 3456 7894');
    await page.getByRole('button', { name: '发送' }).click();
    await page.locator('.answer').waitFor();
    expect(await page.evaluate('localStorage.getItem("yidi.history")')).not.toMatch(/6222|7894/);
    await page.reload();
    await page.getByRole('link', { name: '记录' }).click();
    await page.locator('.card h3').getByText('备案有效期多久').waitFor();
    await page.getByRole('button', { name: '再问一次' }).click();
    await page.locator('.answer').waitFor();
    expect(await page.locator('.mine .text').innerText()).toBe('备案有效期多久，我的号是 〔银行卡号〕');
    await page.getByRole('link', { name: '记录' }).click();
    await page.getByRole('button', { name: '全部删掉' }).click();
    await page.getByRole('button', { name: '删掉', exact: true }).click();
    await page.getByRole('status').getByText('已经全部删掉').waitFor();
    expect(await page.evaluate('localStorage.getItem("yidi.history")')).toBeNull();
    expect(await page.locator('.card').count()).toBe(0);
  });

  test('a checklist is printed alone with its basis, and saved as files', async () => {
    const { page } = await openPage(browser, checklistHandle(), PHONE);
    await page.getByRole('button', { name: '异地就医备案怎么办？' }).click();
    await page.getByRole('button', { name: '打印清单' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '保存 filing.ics' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('filing.ics');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('window.print = () => { document.title = document.body.innerText; }');
    await page.getByRole('button', { name: '打印清单', includeHidden: true }).dispatchEvent('click');
    const printed = await page.title();
    expect(printed).toMatch(/要先备案。[\s\S]*打开手机应用[\s\S]*附件第七条/);
    expect(printed).not.toMatch(/发送|长辈版|转人工|打印清单|保存|异地就医备案怎么办/);
    await page.emulateMedia({ media: 'screen' });
    expect(await page.getByRole('button', { name: '发送' }).isVisible()).toBe(true);
    expect(await page.getByText('附件第七条').isVisible()).toBe(false);
  });
});

describe.skipIf(noChromium)('opened by Telegram (needs /usr/bin/chromium)', () => {
  test('the page shows what Telegram signed with each message, and takes it out of the address', async () => {
    const hash = new URLSearchParams({ tgWebAppData: signed(), tgWebAppVersion: '7.0' });
    const web = { path: `/?x=1#${hash}`, botToken: TOKEN, now: () => NOW };
    const { page, seen, errors } = await openPage(browser, policyHandle(), PHONE, web);
    expect(page.url()).toMatch(/\/\?x=1$/);
    for (const _ of ['at once', 'after a reload']) {
      await page.getByRole('button', { name: '异地就医备案怎么办？' }).click();
      await page.locator('.answer').waitFor();
      await page.reload();
    }
    expect(seen.map(({ user }) => user)).toEqual(['tg:279058397', 'tg:279058397']);
    expect(errors).toEqual([]);
  });
});

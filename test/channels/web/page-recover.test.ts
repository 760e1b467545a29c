import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fakeHandle } from '../../support/fake-handle.js';
import { elderly, launch, noChromium, openPage, PHONE } from './browser.js';
import { expectReadable, seriousIssues } from './measure.js';
import { realApp } from './real.js';

let browser: Browser;
const real = realApp();

beforeAll(async () => {
  if (!noChromium) browser = await launch();
});
afterAll(() => browser?.close());

const open = (path: string) => openPage(browser, real.handle(), PHONE, { ...real.options(), path });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page) => page.locator('.step h2').innerText();
const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent');
const isFocusLost = (page: Page) => page.evaluate<boolean>('document.activeElement === document.body');

/** Answers the question on the card by a button, and waits for the next. */
async function press(page: Page, label: string): Promise<void> {
  const asked = await heading(page);
  await button(page, label).click();
  await expect.poll(() => heading(page)).not.toBe(asked);
}

/** The guide to filing, at its third question: it is typed. */
async function atTyped(path = '/#do'): Promise<Awaited<ReturnType<typeof open>>> {
  const opened = await open(path);
  await opened.page.getByRole('button', { name: '开始：异地就医备案向导' }).click();
  await opened.page.locator('.step').waitFor();
  await press(opened.page, '参保地医院转诊去外地');
  await press(opened.page, '父亲');
  return opened;
}

async function type(page: Page, text: string): Promise<void> {
  await page.locator('.typed input').fill(text);
  await button(page, '下一步').click();
}

/** Holds the next that is sent to an address until it is let go: `true` sends it on, `false` loses it. */
async function hold(page: Page, address: string): Promise<(sent: boolean) => void> {
  let letGo: (sent: boolean) => void = () => {};
  const gate = new Promise<boolean>((resolve) => {
    letGo = resolve;
  });
  await page.route(address, async (route) => ((await gate) ? route.continue() : route.abort()), { times: 1 });
  return letGo;
}

describe.skipIf(noChromium)('a task that meets trouble (needs /usr/bin/chromium)', () => {
  test('keeps its question while a typed answer waits and when it is lost, and 重试 goes on with it', async () => {
    const { page } = await atTyped();
    const asked = await heading(page);
    const letGo = await hold(page, '**/api/turn');
    await type(page, '呼和浩特');
    await page.getByRole('status').getByText('请稍等').waitFor();
    expect(await heading(page)).toBe(asked);
    letGo(false);
    await page.getByText('可能是网络不通').waitFor();
    expect(await heading(page)).toBe(asked);
    expect(await page.locator('.typed input').inputValue()).toBe('呼和浩特');
    await expect.poll(() => focused(page)).toContain('没有发成');
    expect(await seriousIssues(page)).toEqual([]);
    await button(page, '重试').click();
    await expect.poll(() => heading(page)).toContain('哪个城市看病');
    expect(await page.getByText('没有发成').count()).toBe(0);
    await expect.poll(() => focused(page)).toContain('哪个城市看病');
  });

  test('ticks no button that was not sent: not on the card, and not in the conversation', async () => {
    const { page } = await open('/#do');
    await page.getByRole('button', { name: '开始：异地就医备案向导' }).click();
    await page.locator('.step').waitFor();
    const letGo = await hold(page, '**/api/turn');
    await button(page, '不知道').click();
    await button(page, '长期住在外地').click();
    expect(await page.locator('.chosen').allInnerTexts()).toEqual(['不知道']);
    letGo(true);
    await page.getByText('第 2 步').waitFor();
    const asked = await heading(page);
    await page.getByRole('link', { name: '问一问' }).click();
    const letGoOn = await hold(page, '**/api/turn');
    const last = page.locator('.answer').last().locator('.choices button');
    await last.nth(0).click();
    await last.nth(1).click();
    expect(await page.locator('.answer').last().locator('.chosen').count()).toBe(1);
    letGoOn(true);
    await expect.poll(() => page.locator('.answer').last().innerText()).not.toContain(asked);
  });

  test('is headed by its title at its end and in 记录, and is begun again from there', async () => {
    const { page } = await atTyped();
    const asked = ['不知道', '不知道', '是'];
    for (const label of asked) await press(page, label);
    expect(await heading(page)).toBe('异地就医备案向导');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('window.print = () => { document.title = document.body.innerText; }');
    await page.getByRole('button', { name: '打印清单', includeHidden: true }).dispatchEvent('click');
    expect(await page.title()).toMatch(/^异地就医备案向导/);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: '记录' }).click();
    await expect.poll(() => page.locator('.card h3').allInnerTexts()).toEqual(['异地就医备案向导']);
    await button(page, '再问一次').click();
    await page.getByText('第 1 步').waitFor();
    expect(await page.locator('.where').innerText()).toContain('异地就医备案向导');
  });

  test('shows what a button of its end leads to, and what is answered in one sentence keeps its words', async () => {
    const { page } = await open('/');
    const said = '呼和浩特职工医保转诊北京三级医院住院花了48000自费3000起付线800报销比例90%能报多少';
    await page.getByLabel('您想问什么？').fill(said);
    await button(page, '发送').click();
    await page.locator('.payers').waitFor();
    await page.getByRole('link', { name: '记录' }).click();
    await expect.poll(() => page.locator('.card h3').allInnerTexts()).toEqual([said]);
    await page.getByRole('link', { name: '办一办' }).click();
    await expect.poll(() => heading(page)).toBe('算一算能报多少');
    await press(page, '结算单上自己付的有哪些');
    expect(await heading(page)).toBe('结算单上自己付的有哪些');
  });

  test('is offered again after a reload, by its title alone; not to another visit, and not when it is over', async () => {
    const { page, url } = await atTyped();
    const asked = await heading(page);
    await type(page, '呼和浩特');
    await expect.poll(() => heading(page)).not.toBe(asked);
    const at = await heading(page);
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).toBe('{"yidi.task":"异地就医备案向导"}');
    await page.reload();
    await page.getByText('「异地就医备案向导」还没办完').waitFor();
    await button(page, '接着办').click();
    await expect.poll(() => heading(page)).toBe(at);
    await button(page, '看全部事项').click();
    await button(page, '接着办').waitFor();
    await expect.poll(() => focused(page)).toBe('办一办');
    const other = await page.context().newPage();
    await other.goto(`${url}/#do`);
    await other.locator('.cards .card').first().waitFor();
    expect(await button(other, '接着办').count()).toBe(0);
    await button(page, '接着办').click();
    await press(page, '先不办了');
    await page.reload();
    await page.locator('.cards .card').first().waitFor();
    expect(await button(page, '接着办').count()).toBe(0);
  });

  test.each([
    ['usual', false],
    ['older', true],
  ])('all this is readable and within reach, in the view for %s people', async (_, elder) => {
    const { page } = await atTyped();
    if (elder) await elderly(page);
    else await page.reload();
    const [text, target] = elder ? [24, 60] : [18, 48];
    await button(page, '接着办').waitFor();
    await expectReadable(page, text, target);
    expect(await seriousIssues(page)).toEqual([]);
    const letGo = await hold(page, '**/api/turn');
    await button(page, '接着办').click();
    await page.getByRole('status').getByText('请稍等').waitFor();
    letGo(false);
    await button(page, '重试').waitFor();
    await expect.poll(() => isFocusLost(page)).toBe(false);
    await button(page, '重试').click();
    await page.locator('.step').waitFor();
  });
});

describe.skipIf(noChromium)('a bill that meets trouble (needs /usr/bin/chromium)', () => {
  const cost = (page: Page) => page.getByLabel('总费用');
  const bar = (page: Page) => page.locator('.sum');

  test('names the network in the bar, and settles with 重试 or as soon as it is back', async () => {
    const { page } = await open('/#count');
    await page.getByLabel('参保地', { exact: true }).fill('呼和浩特');
    await bar(page).getByText('填上参保地').waitFor();
    await page.context().setOffline(true);
    await cost(page).fill('4.8万');
    await bar(page).getByText('网络不通').waitFor();
    expect(await page.getByText('看明细').count()).toBe(0);
    await expectReadable(page, 18, 48);
    await button(page, '重试').click();
    await bar(page).getByText('正在算').waitFor();
    await bar(page).getByText('网络不通').waitFor();
    await page.context().setOffline(false);
    await bar(page).getByText('还算不出准数').waitFor();
    expect(await button(page, '重试').count()).toBe(0);
  });

  test.each([
    ['no settlement', '{"settlement":{"error":"x"},"compare":{"rows":[]},"documents":[],"choices":{},"next":null}'],
    ['nothing', 'null'],
    ['a list', '[]'],
  ])('a reply that is %s is a kind error', async (_, body) => {
    const { page, errors } = await open('/#count');
    await page.route('**/api/form', (route) => route.fulfill({ contentType: 'application/json', body }));
    await cost(page).fill('0.0000001');
    await button(page, '重试').waitFor();
    await expect.poll(() => bar(page).innerText()).toMatch(/重试.*再|没有算成|看不懂/);
    await page.unroute('**/api/form');
    await button(page, '重试').click();
    await expect.poll(() => bar(page).innerText()).not.toMatch(/正在算|没有算成|看不懂/);
    expect(errors.filter((error) => !error.includes('422'))).toEqual([]);
  });

  test('a reply that cannot be shown leaves the page whole: it says so, and there is a way on', async () => {
    const { page } = await open('/#count');
    const settlement = { lines: [null], missing: [], assumed: [], fund: null, self: null };
    const body = JSON.stringify({
      settlement,
      compare: { rows: [] },
      documents: [],
      choices: {},
      range: null,
      next: null,
    });
    await page.route('**/api/form', (route) => route.fulfill({ contentType: 'application/json', body }));
    await cost(page).fill('100');
    await page.getByRole('alert').getByText('这里出了点问题').waitFor();
    expect(await seriousIssues(page)).toEqual([]);
    await page.getByRole('link', { name: '问一问' }).click();
    await page.getByLabel('您想问什么？').waitFor();
    await page.getByRole('link', { name: '算一算' }).click();
    await page.unroute('**/api/form');
    await button(page, '重新打开').click();
    expect(await cost(page).inputValue()).toBe('');
  });

  test('an answer that cannot be shown leaves the other views to go to, and the page can be opened anew', async () => {
    const { page } = await openPage(browser, fakeHandle(), PHONE, real.options());
    const body = JSON.stringify({
      status: 'x',
      blocks: [null],
      choices: [],
      actions: [],
      sources: [],
      files: [],
      open: null,
    });
    await page.route('**/api/turn', (route) => route.fulfill({ contentType: 'application/json', body }));
    await page.getByRole('button', { name: '异地就医备案怎么办？' }).click();
    await page.getByRole('alert').getByText('这里出了点问题').waitFor();
    await page.getByRole('link', { name: '算一算' }).click();
    await cost(page).waitFor();
    await page.getByRole('link', { name: '问一问' }).click();
    await button(page, '重新打开').click();
    await page.getByLabel('您想问什么？').waitFor();
  });

  test('is still there after a reload, and not in another tab', async () => {
    const { page, url } = await open('/#count');
    await cost(page).fill('4.8万');
    await page.getByLabel('异地就医的情形').selectOption('referral');
    await page.reload();
    await expect.poll(() => cost(page).inputValue()).toBe('4.8万');
    await expect.poll(() => page.getByLabel('异地就医的情形').inputValue()).toBe('referral');
    const other = await page.context().newPage();
    await other.goto(`${url}/#count`);
    expect(await cost(other).inputValue()).toBe('');
  });
});

describe.skipIf(noChromium)('what deletes (needs /usr/bin/chromium)', () => {
  test('asks once more before a bill is cleared, and takes the focus along', async () => {
    const { page } = await open('/#count');
    await page.getByLabel('总费用').fill('4.8万');
    await button(page, '全部清空').click();
    await expect.poll(() => focused(page)).toContain('确定清空吗');
    expect(await seriousIssues(page)).toEqual([]);
    await expectReadable(page, 18, 48);
    await button(page, '不删').click();
    expect(await page.getByLabel('总费用').inputValue()).toBe('4.8万');
    await expect.poll(() => focused(page)).toBe('全部清空');
    await button(page, '全部清空').click();
    await button(page, '清空').click();
    expect(await page.getByLabel('总费用').inputValue()).toBe('');
    await expect.poll(() => focused(page)).toBe('全部清空');
    await page.reload();
    expect(await page.getByLabel('总费用').inputValue()).toBe('');
  });

  test('asks once more before the records are deleted, and leaves the focus at the heading', async () => {
    const { page } = await open('/');
    await page.getByRole('button', { name: '异地就医备案怎么办？' }).click();
    await page.locator('.answer').waitFor();
    await page.getByRole('link', { name: '记录' }).click();
    await button(page, '全部删掉').click();
    await expect.poll(() => focused(page)).toContain('确定全部删掉吗');
    await button(page, '不删').click();
    expect(await page.locator('.card').count()).toBe(1);
    await button(page, '全部删掉').click();
    await button(page, '删掉').click();
    await page.getByRole('status').getByText('已经全部删掉').waitFor();
    await expect.poll(() => focused(page)).toBe('记录');
  });
});

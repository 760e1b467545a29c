import type { Page } from 'playwright-core';

/** What is looked at of the page: each goes on from the one before it. */
export const VIEWS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  first: (page) => page.getByRole('button', { name: '异地就医备案怎么办？' }).waitFor(),
  answer: async (page) => {
    await page.getByRole('button', { name: '异地就医备案怎么办？' }).click();
    await page.locator('.answer').waitFor();
  },
  basis: async (page) => {
    await page.getByText(/^依据/).click();
    await page.getByRole('button', { name: '分享' }).click();
    await page.getByLabel('这条的链接').waitFor();
  },
  tasks: async (page) => {
    await page.getByRole('link', { name: '办一办' }).click();
    await page.locator('.cards .card').first().waitFor();
  },
  question: async (page) => {
    await page.getByRole('button', { name: '开始：异地就医备案向导' }).click();
    await page.locator('.step').waitFor();
    await page.locator('.step .choices button').first().click();
    await page.getByText('第 2 步').waitFor();
  },
  calculator: async (page) => {
    await page.getByRole('link', { name: '算一算' }).click();
    await page.getByText(/边填边算|一屏问一题/).waitFor();
    if ((await page.getByRole('button', { name: '开始算' }).count()) === 0) await fillIn(page);
  },
  history: async (page) => {
    await page.getByRole('link', { name: '记录' }).click();
    await page.locator('.card').first().waitFor();
  },
};

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('参保地', { exact: true }).fill('呼和浩特');
  await page.getByLabel('异地就医的情形').selectOption('referral');
  await page.getByLabel('险种').selectOption('employee');
  await page.getByLabel('总费用').fill('4.8万');
  await page.getByLabel('本地支付比例').fill('90%');
  await page.getByLabel('起付线', { exact: true }).fill('800');
  await page.locator('.payers').waitFor();
  await page.getByRole('button', { name: '看明细' }).click();
}

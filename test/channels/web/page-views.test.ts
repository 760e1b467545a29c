import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESKTOP, elderly, launch, noChromium, openPage, PHONE } from './browser.js';
import { expectReadable, seriousIssues } from './measure.js';
import { realApp } from './real.js';
import { VIEWS } from './views.js';

const SHOTS = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const KEEPING = process.env['UPDATE_SCREENSHOTS'] === '1';

let browser: Browser;
const real = realApp();

beforeAll(async () => {
  if (KEEPING) mkdirSync(SHOTS, { recursive: true });
  if (!noChromium) browser = await launch();
});
afterAll(() => browser?.close());

type Mode = {
  readonly screen: BrowserContextOptions;
  readonly elder: boolean;
  readonly text: number;
  readonly target: number;
  /** Views whose picture is kept for the documents. */
  readonly kept: readonly string[];
};

const plain = { elder: false, text: 18, target: 48 };
const elder = { elder: true, text: 24, target: 60 };
const all = Object.keys(VIEWS);
const MODES: Readonly<Record<string, Mode>> = {
  phone: { screen: { ...PHONE, colorScheme: 'light' }, ...plain, kept: all },
  dark: { screen: { ...PHONE, colorScheme: 'dark' }, ...plain, kept: ['answer', 'calculator'] },
  desktop: { screen: { ...DESKTOP, colorScheme: 'light' }, ...plain, kept: ['first', 'question'] },
  elder: { screen: { ...PHONE, colorScheme: 'light' }, ...elder, kept: all },
  'elder-desktop': { screen: { ...DESKTOP, colorScheme: 'dark' }, ...elder, kept: ['question'] },
};

/** A picture for the documents, when they are asked for: npm tests never change them. */
const keepShot = async (page: Page, name: string): Promise<unknown> =>
  KEEPING ? page.screenshot({ path: `${SHOTS}${name}.png`, animations: 'disabled' }) : undefined;

describe.skipIf(noChromium)('every view (needs /usr/bin/chromium)', () => {
  test.each(Object.entries(MODES))(
    'is readable, within reach and without serious faults to axe: %s',
    async (name, { screen, elder, text, target, kept }) => {
      const { page, errors } = await openPage(browser, real.handle(), screen, real.options());
      if (elder) await elderly(page);
      for (const [view, goOn] of Object.entries(VIEWS)) {
        await goOn(page);
        await expectReadable(page, text, target);
        expect([view, await seriousIssues(page)]).toEqual([view, []]);
        if (kept.includes(view)) await keepShot(page, `${name}-${view}`);
      }
      expect(errors).toEqual([]);
    },
  );
});

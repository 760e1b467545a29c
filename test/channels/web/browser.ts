import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { WebOptions } from '../../../src/channels/web/server.js';
import type { FakeHandle } from '../../support/fake-handle.js';
import { type Started, startWeb } from './start.js';

const CHROMIUM = '/usr/bin/chromium';

/** Without Debian's Chromium the page tests are skipped, and say so. */
export const noChromium = !existsSync(CHROMIUM);
if (noChromium) console.warn(`skipped: the page tests need ${CHROMIUM} (apt-get install chromium fonts-wqy-microhei)`);

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** Debian's Chromium, without its own traffic. */
export function launch(): Promise<Browser> {
  const args = [...QUIET, '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: CHROMIUM, args });
}

export type Opened = Started & { readonly page: Page; readonly errors: readonly string[] };

/** The page of a fresh server in a fresh profile, at `path`; `errors` gathers what the browser complains about. */
export async function openPage(
  browser: Browser,
  fake: FakeHandle,
  options: BrowserContextOptions,
  { path = '/', ...web }: Partial<WebOptions> & { path?: string } = {},
): Promise<Opened> {
  const started = await startWeb(fake, web);
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  context.setDefaultTimeout(5_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(started.url + path);
  return { ...started, page, errors };
}

/** Remembers on the device of a page that the view for older people is on. */
export const elderly = (page: Page): Promise<void> =>
  page.evaluate("localStorage.setItem('yidi.size', 'large')").then(() => void page.reload());

import { gzipSync } from 'node:zlib';
import { launch, noChromium, PHONE } from '../channels/web/browser.js';
import { line, ms, percentile } from './common.js';

const ROUNDS = 7;
const FIRST_PAINT = `new Promise((done) => new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint')
  .forEach(({ startTime }) => done(startTime))).observe({ type: 'paint', buffered: true }))`;

/** What the page weighs, and how soon something of it is seen on a phone's screen in a browser that has nothing of it yet. */
export async function measurePage(url: string): Promise<void> {
  const html = await (await fetch(url)).text();
  const paths = ['/', ...[...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '')];
  const bodies = await Promise.all(
    paths.map(async (path) => Buffer.from(await (await fetch(url + path)).arrayBuffer())),
  );
  const weight = (size: (body: Buffer) => number) =>
    `${(bodies.reduce((all, body) => all + size(body), 0) / 1_000).toFixed(1)} kB`;
  line(`the page, ${paths.length} files`, {
    unpacked: weight((body) => body.length),
    'as sent, gzipped': weight((body) => gzipSync(body).length),
  });
  if (noChromium) return;
  const browser = await launch();
  const each: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    await page.goto(url);
    each.push(await page.evaluate<number>(FIRST_PAINT));
    await context.close();
  }
  await browser.close();
  line('first contentful paint', { median: ms(percentile(each, 0.5)), worst: ms(Math.max(...each)) });
}

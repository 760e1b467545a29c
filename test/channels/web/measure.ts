import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Runs in the page: the shown texts with size, line height and contrast against what lies behind them. */
const TEXTS = `[...document.querySelectorAll('body *')].filter((node) => node.checkVisibility() && !node.closest('.unseen')
  && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== '')).map((node) => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  let behind = node;
  while (/, 0\\)$/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
  const style = getComputedStyle(node);
  const pair = [light(style.color), light(getComputedStyle(behind).backgroundColor)].sort((a, b) => b - a);
  return { text: node.textContent, size: parseFloat(style.fontSize), contrast: (pair[0] + 0.05) / (pair[1] + 0.05),
    line: parseFloat(style.lineHeight) / parseFloat(style.fontSize) };
})`;

const TARGETS = `[...document.querySelectorAll('button, textarea, summary, a, input, select')]
  .filter((node) => node.checkVisibility()).map((node) => ({ text: node.textContent, ...node.getBoundingClientRect().toJSON() }))`;

type Text = { text: string; size: number; contrast: number; line: number };
type Target = { text: string; width: number; height: number };

/** Every shown text is at least `size` pixels with contrast 4.5 and lines of 1.5, every target `target` pixels, nothing sticks out. */
export async function expectReadable(page: Page, size: number, target: number): Promise<void> {
  const texts = await page.evaluate<Text[]>(TEXTS);
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((text) => text.size < size || text.contrast < 4.5 || text.line < 1.5)).toEqual([]);
  const targets = await page.evaluate<Target[]>(TARGETS);
  expect(targets.length).toBeGreaterThan(4);
  expect(targets.filter(({ width, height }) => width < target || height < target - 0.01)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

/** The size of the smallest shown text, in pixels. */
export const smallestText = async (page: Page): Promise<number> =>
  Math.min(...(await page.evaluate<Text[]>(TEXTS)).map(({ size }) => size));

const AXE = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`;

type Violation = { id: string; impact: string | null; nodes: { html: string }[] };

/** What axe finds, contrast included, that is serious or worse: rule and element. */
export async function seriousIssues(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const violations = await page.evaluate<Violation[]>(AXE);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

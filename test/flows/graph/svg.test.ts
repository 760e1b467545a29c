import { expect, test } from 'vitest';
import { svgOf } from '../../../src/flows/graph/svg.js';
import { linesOf, widthOf } from '../../../src/flows/graph/text.js';
import { exampleFlow, flowWith } from '../example.js';

/** The numbers of an attribute, in the order of the picture. */
const numbers = (svg: string, pattern: RegExp) => [...svg.matchAll(pattern)].map((match) => Number(match[1]));

test('the picture has a box for each item, below each other and inside of it', () => {
  const svg = svgOf(exampleFlow());
  const height = Number(/<svg [^>]*\bheight="(\d+)"/.exec(svg)?.[1]);
  const boxes = [...svg.matchAll(/<rect x="\d+" y="([\d.]+)" width="\d+" height="([\d.]+)"/g)];
  expect(boxes).toHaveLength(7);
  const edges = boxes.flatMap(([, y, h]) => [Number(y), Number(y) + Number(h)]);
  expect(edges).toEqual(edges.toSorted((a, b) => a - b));
  expect(edges.at(-1)).toBeLessThan(height);
  expect(Math.max(...numbers(svg, /<text x="\d+" y="([\d.]+)"/g))).toBeLessThan(height);
});

test('the picture shows questions, choices, conditions, refusals, notes and ends', () => {
  const svg = svgOf(exampleFlow());
  for (const words of [
    '您属于哪种情况？',
    '· 在外地突发急诊',
    '情况 = 在外地突发急诊',
    '× admitted_on ≥ $today',
    '先治病',
    '+ 未转诊比例更低。',
  ])
    expect(svg).toContain(words);
  expect(svg).toContain('aria-label="出门看病示例"');
});

test('the picture stands alone and is well formed whatever the words are', () => {
  const svg = svgOf(flowWith(`[{ id: a, type: yesno, ask: '<b>&"甲"</b>?' }]`));
  expect(svg).toContain('&lt;b&gt;&amp;&quot;甲&quot;&lt;/b&gt;?');
  expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;)|<b>|href|<script|url\(/);
  expect(svg.match(/<text\b/g)?.length).toBe(svg.match(/<\/text>/g)?.length);
});

test('text is cut into lines that fit, without losing any', () => {
  const text = '请先救治，结算前告诉医院是急诊抢救；在 2025-01-01 以后用 {$ratio.percent} 计算。'.repeat(3);
  const lines = linesOf(text, 20);
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) {
    expect(widthOf(line)).toBeLessThanOrEqual(20);
    expect(line).not.toMatch(/^[，。；]/);
  }
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  expect(linesOf('', 20)).toEqual([]);
});

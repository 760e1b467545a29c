import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LABELS } from '../../src/calculator/wording.js';
import { drawSettlement, signsOfPictures } from '../../src/commands/pictures.js';
import { pictureWording, wording } from '../../src/dialogue/wording.js';
import { FONT_FILE } from '../../src/picture/draw.js';
import { type PaidLine, sharesOf } from '../../src/picture/shares.js';
import { svgOf } from '../../src/picture/svg.js';
import { pngSize } from '../support/bot-api-multipart.js';
import { codePointsOf } from '../support/font.js';

const line = (id: keyof typeof LABELS, value: string, label: string = LABELS[id]): PaidLine => ({ id, label, value });

const BILL = [
  line('own_funded', '3000.00'),
  line('pool', '31200.50', `${LABELS.pool}（${wording.estimate.given}）`),
  line('serious_illness', '3800.25'),
  line('aid', '0.00'),
  line('self', '12999.25'),
];

describe('the shares', () => {
  test('are those of the funds, then of the person; who pays nothing is left out', () => {
    const shares = sharesOf(BILL).map(({ label, amount, byPerson }) => [label, amount.toFixed(2), byPerson]);
    expect(shares).toEqual([
      ['统筹基金支付（您提供）', '31200.50', false],
      ['大病保险支付', '3800.25', false],
      ['个人负担', '12999.25', true],
    ]);
  });

  test('tell what the personal account covers from the cash', () => {
    const shares = sharesOf([...BILL, line('account', '2000.00'), line('cash', '10999.25')]);
    expect(shares.map(({ label }) => label).slice(-2)).toEqual([LABELS.account, LABELS.cash]);
    expect(shares.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(48_000);
  });
});

describe('the picture', () => {
  test('is a PNG that phones show sharp', async () => {
    const png = Buffer.from(await drawSettlement(BILL));
    expect(pngSize(png)).toEqual({ width: 1440, height: 2 * (204 + 3 * 52 - 8) });
    expect(png.length).toBeLessThan(200_000);
  });

  test('is the same bytes for the same bill, and others for another', async () => {
    const [one, again, other] = await Promise.all([BILL, BILL, BILL.slice(1)].map(drawSettlement));
    expect(again).toEqual(one);
    expect(await drawSettlement([line('pool', '1.00'), line('self', '1.00')])).not.toEqual(other);
  });

  test('gives each payer a part as wide as its share, and names and amounts in words', () => {
    const svg = svgOf(sharesOf([line('pool', '750.00'), line('self', '250.00')]), pictureWording);
    const widths = [...svg.matchAll(/<rect x="[\d.]+" y="92" width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(widths).toEqual([484, 160]);
    for (const words of ['合计 1000.00元', '统筹基金支付', '750.00', '75.0%', '个人负担', '25.0%']) {
      expect(svg).toContain(`>${words}<`);
    }
  });

  test('takes no markup from a label', () => {
    expect(svgOf(sharesOf([line('pool', '1.00', '<script>"&"')]), pictureWording)).not.toMatch(/<script|"&"/);
  });

  test.each([
    ['nothing', []],
    ['what is not settled', [line('in_scope', '48000.00'), line('deductible', '800.00')]],
  ])('of %s is none', async (_, lines) => {
    await expect(drawSettlement(lines)).rejects.toThrow('nothing is settled');
  });
});

describe('the font', () => {
  const font = readFileSync(FONT_FILE);

  test('has a glyph for every sign a picture may show: else run scripts/subset-font.ts', () => {
    const held = codePointsOf(font);
    expect(signsOfPictures().filter((sign) => !held.has(sign.codePointAt(0) ?? 0))).toEqual([]);
    expect(held.has('备'.codePointAt(0) ?? 0)).toBe(signsOfPictures().includes('备'));
  });

  test('is small, and its licence lies beside it', () => {
    expect(font.length).toBeLessThanOrEqual(200_000);
    expect(readFileSync(join(dirname(FONT_FILE), 'OFL.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE');
  });
});

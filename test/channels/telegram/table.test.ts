import { describe, expect, test } from 'vitest';
import { tableOf } from '../../../src/channels/telegram/table.js';
import { columns } from '../../../src/channels/terminal/columns.js';

const LINES = [
  { label: '政策范围内费用', value: '48000.00' },
  { label: '起付线', value: '800.00' },
  { label: '统筹基金支付（您提供）', value: '37760.00' },
  { label: '自费（目录外）', value: '1234567.89' },
];

describe('a table', () => {
  test('has its amounts flush right under each other, in no more columns than a phone shows', () => {
    const rows = tableOf(LINES);
    expect(rows).toEqual([
      '政策范围内费用　　　   48000.00',
      '起付线　　　　　　　     800.00',
      '统筹基金支付',
      '（您提供）　　　　　   37760.00',
      '自费（目录外）　　　 1234567.89',
    ]);
    for (const row of rows) expect(columns(row)).toBeLessThanOrEqual(32);
  });

  test('is as narrow as it can be', () => {
    expect(tableOf([{ label: '起付线', value: '800.00' }])).toEqual(['起付线 800.00']);
  });

  test('fills up with spaces as wide as its letters, so that the font does not matter', () => {
    const rows = tableOf([
      { label: '甲', value: '1.00' },
      { label: '甲乙丙a', value: '1.00' },
    ]);
    expect(rows).toEqual(['甲 　　 1.00', '甲乙丙a 1.00']);
  });
});

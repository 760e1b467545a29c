import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/calculator/amount.js';
import { endOf, mapRatios, payBetween, reachedAt, type Segments } from '../../src/calculator/segments.js';

const D = (value: number | string) => new Decimal(value);
const table = (...rows: readonly (readonly [number | null, number])[]): Segments =>
  rows.map(([to, ratio]) => ({ to: to === null ? null : D(to), ratio: D(ratio) }));

const three = table([10_000, 0.8], [30_000, 0.85], [null, 0.9]);

describe('what is paid of a stretch', () => {
  it.each([
    [0, 10_000, '8000'],
    [400, 10_000, '7680'],
    [10_000, 30_000, '17000'],
    [400, 35_000, '29180'],
    [15_000, 15_000, '0'],
    [29_999, 30_001, '1.75'],
    [40_000, 50_000, '9000'],
  ])('from %d to %d it is %s', (low, high, paid) => {
    expect(payBetween(three, D(low), D(high)).toFixed()).toBe(paid);
  });

  it('of one ratio without end is that ratio of it', () => {
    expect(payBetween(table([null, 0.5]), D(100), D(300)).toFixed()).toBe('100');
    expect(payBetween(table([null, 0.5]), D(0), D(300)).toFixed()).toBe('150');
  });

  it('is nothing above the last bound', () => {
    expect(payBetween(table([100, 0.5]), D(0), D(300)).toFixed()).toBe('50');
    expect(payBetween(table([100, 0.5]), D(200), D(300)).toFixed()).toBe('0');
    expect(payBetween(table([100, 0.5], [200, 0.6]), D(150), D(150)).toFixed()).toBe('0');
  });
});

describe('where an amount has been paid', () => {
  const at = (segments: Segments, low: number, amount: number) => reachedAt(segments, D(low), D(amount))?.toFixed();

  it.each([
    [0, 0, '0'],
    [0, 4_000, '5000'],
    [0, 8_000, '10000'],
    [0, 8_850, '11000'],
    [400, 7_680, '10000'],
    [400, 24_680, '30000'],
    [400, 25_580, '31000'],
    [12_000, 850, '13000'],
    [30_000, 900, '31000'],
    [50_000, 900, '51000'],
  ])('from %d on, %d is paid at %s', (low, amount, point) => {
    expect(at(three, low, amount)).toBe(point);
  });

  it('is nowhere where a table ends before, or pays nothing at its end', () => {
    expect(at(table([100, 0.5]), 0, 51)).toBeUndefined();
    expect(at(table([100, 0.5]), 0, 50)).toBe('100');
    expect(at(table([100, 0.5], [null, 0]), 0, 51)).toBeUndefined();
    expect(at(table([100, 0.5]), 100, 1)).toBeUndefined();
  });

  it('passes over what pays nothing', () => {
    expect(at(table([100, 0], [null, 0.5]), 0, 50)).toBe('200');
    expect(at(table([100, 0], [200, 0.5], [null, 0.5]), 40, 75)).toBe('250');
  });
});

it('a table ends where its last bound is, or never', () => {
  expect(endOf(three)).toBeNull();
  expect(endOf(table([100, 0.5], [200, 0.6]))?.toFixed()).toBe('200');
  expect(endOf([])).toBeNull();
});

it('a table with every share changed keeps its bounds', () => {
  expect(mapRatios(table([100, 0.5], [null, 0.6]), (ratio) => ratio.plus('0.1'))).toEqual(
    table([100, 0.6], [null, 0.7]),
  );
});

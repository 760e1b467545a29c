import { Decimal } from '../../../src/calculator/amount.js';

/** What a working's sum comes to: + − × and brackets, with 85% for 0.85; undefined if it is not a sum alone. */
export function evaluate(text: string): Decimal | undefined {
  const tokens = text.match(/[\d.]+%?|[()+−×]/g) ?? [];
  if (tokens.join('') !== text.replaceAll(' ', '')) return undefined;
  let at = 0;
  const factor = (): Decimal => {
    const token = tokens[at++] ?? '';
    if (token !== '(') return token.endsWith('%') ? new Decimal(token.slice(0, -1)).dividedBy(100) : new Decimal(token);
    const inner = sum();
    at += 1;
    return inner;
  };
  const product = (): Decimal => {
    let value = factor();
    while (tokens[at] === '×') {
      at += 1;
      value = value.times(factor());
    }
    return value;
  };
  const sum = (): Decimal => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '−') {
      value = tokens[at++] === '+' ? value.plus(product()) : value.minus(product());
    }
    return value;
  };
  return sum();
}

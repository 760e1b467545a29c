import { Decimal } from 'decimal.js';

/** A line of a settlement, as far as a picture needs it: its stage, its name and the amount in yuan. */
export type PaidLine = { readonly id: string; readonly label: string; readonly value: string };

/** What one payer pays of a bill. */
export type Share = { readonly label: string; readonly amount: Decimal; readonly byPerson: boolean };

const FUNDS = ['pool', 'large', 'serious_illness', 'aid', 'tilted_aid', 'supplement'];

/** Who pays what of a settled bill, the funds first; payers of nothing are left out. Empty if nothing is settled. */
export function sharesOf(lines: readonly PaidLine[]): Share[] {
  const amountOf = (id: string) => new Decimal(lines.find((line) => line.id === id)?.value ?? 0);
  // What the personal account covers is the person's money too; without one there is a single sum.
  const own = amountOf('account').isPositive() && !amountOf('account').isZero() ? ['account', 'cash'] : ['self'];
  return [...FUNDS, ...own].flatMap((id): Share[] => {
    const line = lines.find((one) => one.id === id);
    const amount = amountOf(id);
    return line && amount.greaterThan(0) ? [{ label: line.label, amount, byPerson: own.includes(id) }] : [];
  });
}

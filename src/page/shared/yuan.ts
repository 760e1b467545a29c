/** An amount as people write it: whole yuan without the fen. */
export const yuan = (amount: string): string => amount.replace(/\.00$/, '');

import type { AmountSlot } from './bill-amount-labels.js';
import type { Bond } from './bill-bind.js';
import { clauseOf } from './bill-clause.js';

/** What other words of its clause make of a label. */
type Turn = {
  readonly from: AmountSlot;
  readonly to: AmountSlot;
  readonly when: RegExp;
  readonly unless?: RegExp;
};

const TURNS: readonly Turn[] = [
  {
    from: 'deductible',
    to: 'usedDeductible',
    when: /已经?(?:交|付|扣|用|出|累计|承担|缴|抵)|(?:交|付|扣|用|出|缴|抵|掏)过|累计|(?:之前|前面|上次|先前|前头)(?:就|都)?(?:交|付|扣|用|出|缴|掏)/,
  },
  {
    from: 'paidByFund',
    to: 'usedPool',
    when: /今年|年内|本年|年度|上半年|下半年|之前|前面|前几次|前两次|前头|累计|上次|已经?(?:给)?报|报销?过|年初/,
    unless: /这次|本次|这回|结算单|单子|发票|这趟/,
  },
  { from: 'accountBalance', to: 'other', when: /(?:账户|个账|卡)[里上]?(?:的钱)?(?:支付|支了|付了|划|扣|刷|花|用了)/ },
  { from: 'accountBalance', to: 'other', when: /账户|个账/, unless: /余额|还|有|剩|里|上|内/ },
  { from: 'spent', to: 'usedPool', when: /(?:年度|年内|今年|累计).*支付/ },
  { from: 'other', to: 'paidByFund', when: /[能想要]报.{0,8}的话/ },
  { from: 'paidByFund', to: 'spent', when: /(?:要|想|去|来|拿去|打算|准备)报销/ },
  { from: 'spent', to: 'usedPool', when: /额度/, unless: /剩/ },
  { from: 'ceiling', to: 'other', when: /没到|不到|超过封顶|过了封顶/ },
];

/** A sum with what it is called in the text, if anything. */
export type Named = Bond<AmountSlot> & { readonly slot?: AmountSlot };

/** Sums with what their labels stand for, read in their clauses. */
export function named(text: string, bonds: readonly Bond<AmountSlot>[]): Named[] {
  return bonds.map((bond) => {
    const slot = slotOf(text, bond);
    return slot === undefined ? bond : { ...bond, slot };
  });
}

function slotOf(text: string, { figure, label }: Bond<AmountSlot>): AmountSlot | undefined {
  if (label === undefined) return undefined;
  const clause = clauseOf(text, {
    start: Math.min(figure.start, label.start),
    end: Math.max(figure.end, label.end),
  });
  const turn = TURNS.find(
    ({ from, when, unless }) => from === label.slot && when.test(clause) && !unless?.test(clause),
  );
  return turn?.to ?? label.slot;
}

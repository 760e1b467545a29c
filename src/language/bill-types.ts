import type { Decimal } from 'decimal.js';
import type { IsoDate } from '../policy/dates.js';

/** An amount of class B; `prepay` is the fraction of it that the person pays first. */
export type ClassB = { readonly amount: Decimal; readonly prepay?: Decimal };

/** How much less is paid away from home: so many points off (0.1 is ten), or the home ratio times a factor. */
export type Reduction = { readonly points: Decimal } | { readonly factor: Decimal };

/** What a text says about a hospital bill and its insurance: yuan, and fractions for ratios; absent where it says nothing. */
export type Bill = {
  readonly total?: Decimal;
  readonly classA?: Decimal;
  readonly classB?: readonly ClassB[];
  readonly ownFunded?: Decimal;
  readonly overLimit?: Decimal;
  readonly inScope?: Decimal;
  readonly seriousIllnessBase?: Decimal;
  readonly deductible?: Decimal;
  readonly homeRatio?: Decimal;
  /** The ratio after the reduction, only where the text says that it is. */
  readonly actualRatio?: Decimal;
  readonly reduction?: Reduction;
  readonly classBPrepay?: Decimal;
  readonly ceiling?: Decimal;
  readonly usedPool?: Decimal;
  readonly usedDeductible?: Decimal;
  readonly accountBalance?: Decimal;
  readonly paidByFund?: Decimal;
  readonly paidBySelf?: Decimal;
  readonly age?: number;
  readonly person?: 'working' | 'retired' | 'adult' | 'child' | 'student';
  readonly tier?: 'community' | 'primary' | 'secondary' | 'tertiary';
  /** A scheme's own grade, as said: 一档, 高档. */
  readonly grade?: string;
  /** Which stay of the year this is, from 1. */
  readonly admission?: number;
  /** How many days the stay took. */
  readonly days?: number;
  readonly setting?: 'inpatient' | 'chronic' | 'outpatient';
  readonly filing?: 'filed' | 'not_filed' | 'at_home';
  /** The day of discharge; the last day named of the stay if none is called that. */
  readonly on?: IsoDate;
  readonly poor?: true;
  readonly wants?: 'fund' | 'self' | 'ratio' | 'compare' | 'total';
};

/** Fields that hold one sum of money. */
export type AmountField =
  | 'total'
  | 'classA'
  | 'ownFunded'
  | 'overLimit'
  | 'inScope'
  | 'seriousIllnessBase'
  | 'deductible'
  | 'ceiling'
  | 'usedPool'
  | 'usedDeductible'
  | 'accountBalance'
  | 'paidByFund'
  | 'paidBySelf';

/** What cannot be right in a text, with the words it stands in. */
export type Trouble = {
  readonly code: 'negative' | 'over_hundred' | 'too_large' | 'no_such_day' | 'contradiction';
  readonly raw: string;
};

/** A stretch of the text, by offsets. */
export type Span = { readonly start: number; readonly end: number };

/** What one reader made of a text; `spans` are the stretches it understood. */
export type Reading<B = Bill> = {
  readonly bill: B;
  readonly trouble: readonly Trouble[];
  readonly spans: readonly Span[];
};

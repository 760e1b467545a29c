/** The six kinds of persons that may file, by the keys used everywhere (national notice 2022-22, part two). */
export const KINDS = ['resettled', 'long_term', 'posted', 'referral', 'emergency', 'other_temporary'] as const;

export type Kind = (typeof KINDS)[number];

/** The two basic schemes: employees' and residents' insurance. */
export const INSURANCES = ['employee', 'resident'] as const;

export type Insurance = (typeof INSURANCES)[number];

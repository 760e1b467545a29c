import fc from 'fast-check';

/** Yuan to the fen, as a decimal string. */
export const yuan = (most: number, least = 0) => fc.integer({ min: least * 100, max: most * 100 }).map(fenText);
export const fenText = (fen: number): string => (fen / 100).toFixed(2);

/** A share with at most four decimals. */
export const share = (least = 0, most = 1) =>
  fc.integer({ min: least * 10_000, max: most * 10_000 }).map((n) => (n / 10_000).toString());

/** A bill by its parts, with or without its total. */
export const cost = fc
  .record({
    classA: fc.integer({ min: 0, max: 30_000_000 }),
    ownFunded: fc.integer({ min: 0, max: 5_000_000 }),
    overLimit: fc.integer({ min: 0, max: 500_000 }),
    classB: fc.array(fc.record({ amount: fc.integer({ min: 0, max: 5_000_000 }), prepay: share(0, 0.5) }), {
      maxLength: 3,
    }),
    total: fc.boolean(),
  })
  .map(({ total, classB, ...parts }) => {
    const fen = classB.reduce((sum, { amount }) => sum + amount, parts.classA + parts.ownFunded + parts.overLimit);
    const amounts = Object.entries(parts).map(([name, amount]) => [name, fenText(amount)]);
    const items = classB.map(({ amount, prepay }) => ({ amount: fenText(amount), prepay }));
    return { ...Object.fromEntries(amounts), classB: items, ...(total && { total: fenText(fen) }) };
  });

const flat = share(0.3, 1);

/** A table whose shares may rise or fall. */
export const segments = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1_000, max: 200_000 }), { maxLength: 3 }),
    fc.array(flat, { minLength: 4, maxLength: 4 }),
  )
  .map(([bounds, ratios]) =>
    [...bounds.sort((a, b) => a - b).map(String), null].map((to, i) => ({ to, ratio: ratios[i] ?? '0.5' })),
  );

const bounds = fc.constantFrom('including_deductible', 'excluding_deductible', 'annual');
export const ratio = fc.oneof(
  flat,
  fc.record({ mode: fc.constant('segments'), bounds, segments }),
  fc.record({ mode: fc.constant('flat'), ratio: flat, retiree: fc.record({ own_share_factor: share() }) }),
  fc.record({
    mode: fc.constant('flat'),
    ratio: flat,
    age_points: fc.constant([
      { from: 60, points: 4 },
      { from: 70, points: 8 },
    ]),
  }),
);

export const deductible = fc.oneof(
  yuan(3_000),
  fc.record({ mode: fc.constant('yearly'), amount: yuan(3_000) }),
  fc.record({ mode: fc.constant('by_admission'), amounts: fc.array(yuan(3_000), { minLength: 1, maxLength: 4 }) }),
  fc.record({
    mode: fc.constant('share_of_bill'),
    share: share(0, 0.3),
    base: fc.constantFrom('total', 'in_scope'),
    floor: yuan(2_000),
    ceiling: yuan(9_000, 2_000),
  }),
);

const when = fc.constantFrom('before_deductible', 'after_deductible');
const points = fc.constantFrom('0', '5', '10', '20', '30');
export const outOfArea = fc.oneof(
  fc.constant({ mode: 'same' }),
  fc.record({ mode: fc.constant('points'), points }),
  fc.record({ mode: fc.constant('factor'), factor: share(0.5, 1) }),
  fc.record({ mode: fc.constant('self_first'), share: share(0, 0.4), when }),
  fc.record({ mode: fc.constant('deductible_factor'), factor: fc.constantFrom('1', '1.5', '2.5') }),
  fc.record({
    mode: fc.constant('combined'),
    parts: fc.tuple(
      fc.record({ mode: fc.constant('points'), points }),
      fc.record({ mode: fc.constant('self_first'), share: share(0, 0.4), when }),
    ),
  }),
);

const layer = fc.oneof(
  fc.record({ start: yuan(20_000), ratio: share() }),
  fc.record({ start: yuan(20_000), ratio: share(), cap: yuan(50_000) }),
  fc.record({ start: yuan(20_000), segments, basis: fc.constantFrom('absolute', 'excess') }),
);

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

/** What may follow the pooling fund, and how it is rounded. */
export const more = fc
  .record({
    ceiling: maybe(
      fc.oneof(yuan(200_000), fc.record({ on: fc.constantFrom('payment', 'cost'), amount: yuan(200_000) })),
    ),
    large: maybe(fc.record({ ratio: share(), cap: yuan(90_000) })),
    serious_illness: maybe(layer),
    aid: maybe(layer),
    supplement: maybe(layer),
    rounding: maybe(fc.constantFrom('line', 'end')),
  })
  .map((rules) => Object.fromEntries(Object.entries(rules).filter(([, rule]) => rule !== undefined)));

const who = fc.record({
  person: fc.constantFrom('working', 'retired'),
  age: fc.integer({ min: 20, max: 90 }),
  admission: fc.integer({ min: 1, max: 5 }),
  kind: fc.constant('referral'),
  filing: fc.constant('filed'),
  accountBalance: yuan(5_000),
  used: fc.record({ deductible: yuan(2_000), pool: yuan(50_000), inScope: yuan(60_000) }),
});

/** A request that can be settled to the end. */
export const request = fc
  .record({ who, cost, rules: fc.record({ deductible, ratio, out_of_area: outOfArea }), more })
  .map(({ who: one, cost: bill, rules, more: layers }) => ({
    case: { ...one, cost: bill },
    rules: { ...rules, ...layers },
  }));

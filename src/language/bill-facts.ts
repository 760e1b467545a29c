import { FACT_ROWS, type FactRow } from './bill-fact-words.js';
import { wordsOf } from './bill-labels.js';
import { joined, NOTHING } from './bill-reading.js';
import type { Bill, Reading } from './bill-types.js';
import { createLexicon, type Lexicon, type Spot } from './lexicon.js';

/** A word for a field as it stands in a text; `said` is false if its surroundings make it speak of something else. */
type Said = Spot & { readonly value: unknown; readonly said: boolean; readonly denied: boolean };

type Finder = { readonly field: keyof Bill; readonly find: (text: string) => Said[] };

const AROUND = 6;
const DENIED = /(?:不是|并非|不算|不属于|没有?|非)$/;

const FINDERS: readonly Finder[] = FACT_ROWS.map((row) => finderOf(row as FactRow<keyof Bill>));

/** What the words of a text say about the person, the hospital and the filing. */
export function factsIn(text: string): Reading {
  return joined(FINDERS.map(({ field, find }) => readingOf(field, find(text))));
}

/** The fields whose words a text takes back: 不是低保. */
export function takenBack(text: string): (keyof Bill)[] {
  return FINDERS.filter(({ find }) => {
    const said = find(text);
    return said.length > 0 && said.every((spot) => spot.denied);
  }).map(({ field }) => field);
}

function finderOf({ field, says, before, after }: FactRow<keyof Bill>): Finder {
  const rows = says.map(([value, words]) => ({ value, words: wordsOf(words) }));
  const lexicon: Lexicon = createLexicon(
    rows.flatMap(({ words }, i) => words.map((word) => [word, String(i)] as const)),
  );
  const find = (text: string) =>
    lexicon(text).flatMap((spot): Said[] => {
      const value = rows[Number(spot.id)]?.value;
      if (value === undefined || value === '') return [];
      const head = text.slice(Math.max(0, spot.start - AROUND), spot.start);
      const tail = text.slice(spot.end, spot.end + AROUND);
      const said = before?.test(head) !== true && after?.test(tail) !== true;
      return [{ ...spot, value, said, denied: !said && DENIED.test(head) }];
    });
  return { field, find };
}

function readingOf(field: keyof Bill, all: readonly Said[]): Reading {
  const said = all.filter((spot) => spot.said);
  const value = PICK[field]?.(said.map((spot) => spot.value)) ?? said.at(-1)?.value;
  if (said.length === 0 || value === UNSURE) return NOTHING;
  const bill: Bill = { [field]: value };
  return { bill, trouble: [], spans: said };
}

const UNSURE = 'unsure';

/** How several values for one field are read; otherwise the last one counts. */
const PICK: Partial<Record<keyof Bill, (values: readonly unknown[]) => unknown>> = {
  filing: (values) => {
    const away = [...new Set(values.filter((value) => value !== 'at_home'))];
    return away.length > 1 ? UNSURE : (away[0] ?? values.at(-1));
  },
  setting: (values) => ['inpatient', 'chronic', 'outpatient'].find((value) => values.includes(value)),
};

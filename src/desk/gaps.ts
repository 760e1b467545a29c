import type { Database } from '../store/database.js';
import type { Sql } from '../store/driver.js';

/** One question that could not be answered. `question` must be masked by the caller; `at` is an ISO instant. */
export type Gap = {
  readonly at: string;
  readonly question: string;
  readonly region: string | null;
  readonly status: string;
};

/** The same question asked one or more times: its latest wording, region and status, and when it was asked last. */
export type GapRow = {
  readonly question: string;
  readonly region: string | null;
  readonly status: string;
  readonly count: number;
  readonly last: string;
};

export type Gaps = {
  append(gap: Gap): Promise<void>;
  /** The questions asked most often, then most recently, at most `limit` of them. */
  list(options: { readonly limit: number }): Promise<readonly GapRow[]>;
};

const MOST = 10_000;

/** The gap list in a table of `database`, or in memory without one; the newest 10,000 are kept. Rejects with StoreError. */
export function openGaps(database: Database | undefined): Gaps {
  return database === undefined ? memoryGaps() : sqliteGaps(database);
}

function memoryGaps(): Gaps {
  const gaps: Gap[] = [];
  return {
    append: async (gap) => {
      gaps.push(gap);
      if (gaps.length > MOST) gaps.shift();
    },
    list: async ({ limit }) => grouped(gaps, limit),
  };
}

const TABLE =
  'create table if not exists gaps (id integer primary key, at text not null, question text not null, region text, status text not null)';

function sqliteGaps(database: Database): Gaps {
  return {
    append: ({ at, question, region, status }) =>
      database.write((sql) => {
        sql.exec(TABLE);
        sql.run('insert into gaps (at, question, region, status) values (?, ?, ?, ?)', [at, question, region, status]);
        sql.run('delete from gaps where id <= (select max(id) from gaps) - ?', [MOST]);
      }),
    list: async ({ limit }) => grouped(await database.read(everyGap), limit),
  };
}

function everyGap(sql: Sql): readonly Gap[] {
  const made = sql.rows("select 1 from sqlite_master where type = 'table' and name = 'gaps'").length > 0;
  return made ? (sql.rows('select at, question, region, status from gaps order by id') as readonly Gap[]) : [];
}

function grouped(gaps: readonly Gap[], limit: number): readonly GapRow[] {
  const rows = new Map<string, GapRow>();
  for (const gap of gaps) {
    const key = normalised(gap.question);
    const known = rows.get(key);
    const latest =
      known !== undefined && Date.parse(known.last) > Date.parse(gap.at) ? known : { ...gap, last: gap.at };
    const { question, region, status, last } = latest;
    rows.set(key, { question, region, status, last, count: (known?.count ?? 0) + 1 });
  }
  const order = (a: GapRow, b: GapRow): number => b.count - a.count || Date.parse(b.last) - Date.parse(a.last);
  return [...rows.values()].sort(order).slice(0, limit);
}

// What is neither letter nor digit, except between digits: 1.5 isn't 15.
const FILLING = /(?<!\p{N})[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+(?!\p{N})/gu;

/** Width, case, spaces and punctuation make no other question; one of nothing else is kept as it is. */
function normalised(question: string): string {
  const text = question.normalize('NFKC').toLowerCase();
  return text.replace(FILLING, '') || text;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Gap, type Gaps, openGaps } from '../../src/desk/gaps.js';
import { openStores, type Stores } from '../../src/store/open.js';

const NOW = new Date('2026-11-22T02:00:00Z');
const gap = (question: string, second: number, more: Partial<Gap> = {}): Gap => ({
  at: new Date(NOW.getTime() + second * 1000).toISOString(),
  question,
  region: null,
  status: 'unanswerable_no_fact',
  ...more,
});

describe.each(['memory', 'SQLite'])('the gap list: %s', (where) => {
  let folder: string;
  let stores: Stores;
  let gaps: Gaps;
  const open = () =>
    openStores(where === 'memory' ? undefined : `file:${join(folder, 'kept.sqlite')}`, {
      now: NOW,
      synchronous: 'NORMAL',
    });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yidi-gaps-'));
    stores = await open();
    gaps = openGaps(stores.database);
  });

  afterEach(async () => {
    await stores.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is empty at first', async () => {
    expect(await gaps.list({ limit: 10 })).toEqual([]);
  });

  it('groups the same question in other spacing, width, case and punctuation; shows the latest, counts, says when last', async () => {
    await gaps.append(gap('试管婴儿能报销吗？', 1));
    await gaps.append(gap('ＩＶＦ 能报吗', 2));
    await gaps.append(gap('试管婴儿 能报销吗', 9, { region: '150100', status: 'unanswerable_region' }));
    await gaps.append(gap('试管婴儿能报销吗!!', 3));
    await gaps.append(gap('ivf能报吗?', 4));
    expect(await gaps.list({ limit: 10 })).toEqual([
      { question: '试管婴儿 能报销吗', region: '150100', status: 'unanswerable_region', count: 3, last: gap('', 9).at },
      { question: 'ivf能报吗?', region: null, status: 'unanswerable_no_fact', count: 2, last: gap('', 4).at },
    ]);
    expect(await gaps.list({ limit: 1 })).toHaveLength(1);
  });

  it('keeps other questions apart, also those of punctuation only', async () => {
    for (const [second, question] of ['1.5倍', '15倍', '？', '。。', "'; drop table gaps; --"].entries()) {
      await gaps.append(gap(question, second));
    }
    const listed = (await gaps.list({ limit: 10 })).map((row) => row.question);
    expect(listed).toEqual(["'; drop table gaps; --", '。。', '？', '15倍', '1.5倍']);
  });

  it('compares instants, not their spelling', async () => {
    await gaps.append(gap('问', 0, { at: '2026-11-22T10:00:00+08:00', status: 'first' }));
    await gaps.append(gap('问', 0, { at: '2026-11-22T02:00:01Z', status: 'second' }));
    expect(await gaps.list({ limit: 1 })).toMatchObject([{ status: 'second', last: '2026-11-22T02:00:01Z', count: 2 }]);
  });

  it('keeps the newest ten thousand', async () => {
    await Promise.all(Array.from({ length: 10_005 }, (_, i) => gaps.append(gap(`问题${i}`, i))));
    const rows = await gaps.list({ limit: 20_000 });
    expect(rows).toHaveLength(10_000);
    expect(rows.at(0)?.question).toBe('问题10004');
    expect(rows.at(-1)?.question).toBe('问题5');
  });

  it.runIf(where === 'SQLite')('is there after a restart, beside the keys', async () => {
    await gaps.append(gap('问', 1));
    await stores.namespace('session').set('a', 1);
    await stores.close();
    stores = await open();
    expect(await openGaps(stores.database).list({ limit: 5 })).toMatchObject([{ question: '问' }]);
    expect(await stores.namespace('session').get('a')).toBe(1);
  });
});

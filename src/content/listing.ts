import { daysBetween, type IsoDate } from '../policy/dates.js';
import type { Content } from './content.js';
import { repliesOf } from './touched.js';
import { LISTS } from './wording.js';

/** From this many days without a review an entry or a fact is listed. */
const REVIEW_DAYS = 180;

/** What is not wrong but wants a look: expired, upcoming, unreviewed or unused facts, and what we know we lack. */
export function listings(knowledge: Content, today: IsoDate): { title: string; items: string[] }[] {
  const facts = [...knowledge.facts.values()];
  const entries = [...knowledge.entries.values()];
  const quoted = new Set(repliesOf(knowledge).flatMap((reply) => [...reply.facts]));
  const stale = (item: { reviewed: IsoDate }) => daysBetween(item.reviewed, today) > REVIEW_DAYS;
  return [
    { title: LISTS.expired, items: facts.filter((f) => f.until !== undefined && f.until < today).map((f) => f.id) },
    { title: LISTS.upcoming, items: facts.filter((f) => f.from !== undefined && f.from > today).map((f) => f.id) },
    {
      title: LISTS.stale,
      items: [...facts.filter(stale).map((f) => f.id), ...entries.filter(stale).map((e) => e.entry)],
    },
    { title: LISTS.unused, items: facts.filter((f) => !quoted.has(f.id)).map((f) => f.id) },
    { title: LISTS.gaps, items: entries.filter((entry) => entry.gap).map((entry) => entry.title) },
  ].filter(({ items }) => items.length > 0);
}

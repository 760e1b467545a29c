import type { IsoDate } from '../policy/dates.js';
import type { Entry } from './region.js';

/** On which day an entry is looked for, and whether one known for a year only may be used. */
type When = { readonly day: IsoDate; readonly acceptAsOf?: boolean | undefined };

/** Why none is in force, with the day or the year that is known. */
type Unread = { readonly why: 'as_of' | 'ended' | 'too_early'; readonly day?: IsoDate; readonly year?: string };

/** The entry in force on the day: the latest that has begun; one known for a year alone only if that is accepted. */
export function entryAt(history: readonly Entry[], { day, acceptAsOf }: When): Entry | Unread {
  let latest: Entry | undefined;
  let known: Entry | undefined;
  for (const entry of history) {
    if (hasBegun(entry, day) && (entry.from ?? '') >= (latest?.from ?? '')) latest = entry;
    if (entry.as_of !== undefined && entry.as_of >= (known?.as_of ?? '')) known = entry;
  }
  if (latest && !latest.ended) return latest;
  const ended = latest?.from ?? '';
  if (known?.as_of !== undefined && known.as_of > ended)
    return acceptAsOf ? known : { why: 'as_of', year: known.as_of };
  return latest ? { why: 'ended', day: ended } : { why: 'too_early', day: firstDay(history) };
}

const hasBegun = ({ from, in_force }: Entry, day: IsoDate): boolean =>
  from === undefined ? in_force === true : from <= day;

const firstDay = (history: readonly Entry[]): IsoDate => history.flatMap(({ from }) => from ?? []).sort()[0] ?? '';

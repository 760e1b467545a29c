import type { Glossary } from '../language/glossary.js';
import type { IsoDate } from '../policy/dates.js';
import type { RegionCode } from '../policy/region.js';
import type { Source } from '../policy/source.js';
import type { Entry } from './entry.js';
import type { Fact } from './fact.js';
import type { Guard } from './guard.js';
import type { Wording } from './index-wordings.js';

/** A topic: the folder entries stand in, its name for people, and what to do next when an entry says nothing. */
export type Topic = { readonly topic: string; readonly title: string; readonly next?: string | undefined };

/** All curated content, cross-checked and frozen at start. */
export type Knowledge = {
  readonly sources: ReadonlyMap<string, Source>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly topics: ReadonlyMap<string, Topic>;
  /** The entries that answer for trips our rules do not reach, and for a place named with nothing asked. */
  readonly routes: { readonly withinProvince: string; readonly abroad: string; readonly placeOnly: string };
  readonly guards: readonly Guard[];
  readonly glossary: Glossary;
  readonly aliases: readonly { readonly code: RegionCode; readonly names: readonly string[] }[];
  /** Stretches of correct text that only sound like words of the field; worked out from the entries. */
  readonly ordinary: readonly string[];
  /** What entries are found by, worked out when the content was compiled; absent when it was read from its files. */
  readonly wordings?: readonly Wording[] | undefined;
  /** The day a person last compared the facts with their sources. */
  readonly checked: IsoDate;
};

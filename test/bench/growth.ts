import { createChooser } from '../../src/knowledge/choose.js';
import type { Entry } from '../../src/knowledge/entry.js';
import { createLanguage } from '../../src/language/understand.js';
import { realKnowledge } from '../support/knowledge.js';
import { line, mb, memoryNow, mixedQuestions, ms, percentile, timed, times } from './common.js';

/** How many times the entries, and how many questions are asked of them: the longest run is to stay within a minute. */
const SIZES = [
  { copies: 1, asked: 100 },
  { copies: 10, asked: 50 },
  { copies: 100, asked: 15 },
] as const;

const knowledge = realKnowledge();
const language = createLanguage(knowledge.glossary, knowledge.aliases);
const questions = mixedQuestions().map((question) => language.hear(question));

const COMMON_HAN = 0x4e00;
const HAN_COUNT = 3_000;

/** The text with one character exchanged, another one in each copy, so that copies share most of their words but not all. */
function varied(text: string, seed: number): string {
  const at = seed % text.length;
  const other = String.fromCodePoint(COMMON_HAN + ((seed * 131) % HAN_COUNT));
  return text.slice(0, at) + other + text.slice(at + 1);
}

function copied(entry: Entry, copy: number): Entry {
  if (copy === 0) return entry;
  const vary = (text: string, i: number) => varied(text, copy * 31 + i);
  return {
    ...entry,
    entry: `${entry.entry}_${copy}`,
    title: vary(entry.title, 7),
    questions: entry.questions.map(vary),
    claims: entry.claims.map((claim) => ({ ...claim, questions: claim.questions.map(vary) })),
  };
}

type Measured = { readonly index: number; readonly p50: number };

async function measure(copies: number, asked: number): Promise<Measured> {
  const entries = [...knowledge.entries.values()].flatMap((entry) =>
    Array.from({ length: copies }, (_, copy) => copied(entry, copy)),
  );
  const many = { ...knowledge, entries: new Map(entries.map((entry) => [entry.entry, entry])) };
  const before = memoryNow();
  const { value: choose, ms: index } = await timed(() => createChooser(many, language));
  const heap = memoryNow().heap - before.heap;
  const each: number[] = [];
  for (const heard of questions.slice(0, asked)) each.push((await timed(() => choose(heard))).ms);
  const p50 = percentile(each, 0.5);
  const found = { p50: ms(p50), p99: ms(percentile(each, 0.99)), of: `${each.length} questions` };
  line(`${entries.length} entries (×${copies})`, { index: ms(index), heap: mb(heap), ...found });
  return { index, p50 };
}

let first: Measured | undefined;
for (const { copies, asked } of SIZES) {
  const measured = await measure(copies, asked);
  first ??= measured;
  const ratios = { index: times(measured.index / first.index), p50: times(measured.p50 / first.p50) };
  if (copies > 1) line(`  to ×1 (even growth is ×${copies})`, ratios);
}

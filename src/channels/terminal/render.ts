import type { Choice, Reply } from '../../dialogue/types.js';
import { columns } from './columns.js';
import { visibleText } from './json.js';

/** The words the terminal frames a reply with; they come from the one wording file. */
export type TerminalWording = {
  readonly scope: (region: string, on: string, checked: string) => string;
  readonly sources: string;
  readonly nation: string;
  readonly save: (names: string) => string;
  readonly saved: (names: string) => string;
};

/** A reply as text for a terminal: answer, where and when it holds, sources, numbered choices. */
export function renderReply(reply: Reply, wording: TerminalWording): string {
  const sources = reply.sources.map(({ source, place }) =>
    `  《${source.title}》${source.number ?? ''} ${place}`.trimEnd(),
  );
  return [
    visibleText(reply),
    ...workingOf(reply),
    '',
    wording.scope(reply.region?.name ?? wording.nation, reply.on, reply.checked),
    ...(sources.length > 0 ? [wording.sources, ...new Set(sources)] : []),
    ...numbered([...reply.choices, ...reply.actions]),
    ...(reply.files.length > 0 ? [wording.save(reply.files.map(({ name }) => name).join('、'))] : []),
  ].join('\n');
}

/** A settlement as a table: name, amount, how it came about. */
function workingOf({ blocks }: Reply): string[] {
  const lines = blocks.flatMap((block) => ('working' in block ? block.working : []));
  const named = Math.max(0, ...lines.map(({ label }) => columns(label)));
  const amount = Math.max(0, ...lines.map(({ value }) => value.length));
  return lines.map(({ label, value, working }) =>
    `  ${label}${' '.repeat(named - columns(label))}  ${value.padStart(amount)}  ${working}`.trimEnd(),
  );
}

const numbered = (choices: readonly Choice[]): string[] => choices.map(({ label }, i) => `  [${i + 1}] ${label}`);

/** The press a typed number stands for, if the last reply offered that many. */
export function pressOf(typed: string, reply: Reply | undefined): string | undefined {
  if (!reply || !/^\d{1,2}$/.test(typed.trim())) return undefined;
  return [...reply.choices, ...reply.actions][Number(typed) - 1]?.press;
}

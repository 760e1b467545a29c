import type { Choice, Reply } from '../../dialogue/types.js';
import { visibleText } from './json.js';

/** The words the terminal frames a reply with; they come from the one wording file. */
export type TerminalWording = {
  readonly scope: (region: string, on: string, checked: string) => string;
  readonly sources: string;
  readonly nation: string;
};

/** A reply as text for a terminal: answer, where and when it holds, sources, numbered choices. */
export function renderReply(reply: Reply, wording: TerminalWording): string {
  const sources = reply.sources.map(({ source, place }) =>
    `  《${source.title}》${source.number ?? ''} ${place}`.trimEnd(),
  );
  return [
    visibleText(reply),
    '',
    wording.scope(reply.region?.name ?? wording.nation, reply.on, reply.checked),
    ...(sources.length > 0 ? [wording.sources, ...new Set(sources)] : []),
    ...numbered([...reply.choices, ...reply.actions]),
  ].join('\n');
}

const numbered = (choices: readonly Choice[]): string[] => choices.map(({ label }, i) => `  [${i + 1}] ${label}`);

/** The press a typed number stands for, if the last reply offered that many. */
export function pressOf(typed: string, reply: Reply | undefined): string | undefined {
  if (!reply || !/^\d{1,2}$/.test(typed.trim())) return undefined;
  return [...reply.choices, ...reply.actions][Number(typed) - 1]?.press;
}

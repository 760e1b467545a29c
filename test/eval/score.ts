import { visibleText } from '../../src/channels/terminal/json.js';
import type { Reply, Status } from '../../src/dialogue/types.js';
import type { Question } from './questions.js';

/** NFKC, lower case, without blanks, markdown marks and thousands commas: what labels are matched with. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*_`#>|]/g, '')
    .replace(/(?<=\d),(?=\d{3})/g, '');
}

const pattern = (label: string): RegExp | undefined => {
  const [, source] = /^\/(.*)\/$/s.exec(label) ?? [];
  return source === undefined ? undefined : new RegExp(source);
};

const occurs = (label: string, text: string): boolean => pattern(label)?.test(text) ?? text.includes(plain(label));

const DENIED = /(不|非|无|没|未|别|勿|谎|假|误)[^。!?;,]{0,6}$/;

/** Like `occurs`, but what the words before it deny does not count. */
function claimed(label: string, text: string): boolean {
  const found = pattern(label) ?? new RegExp(plain(label).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [...text.matchAll(new RegExp(found.source, 'g'))].some(
    (m) => !DENIED.test(text.slice(Math.max(0, m.index - 8), m.index)),
  );
}

const WANTED: Partial<Record<Question['expect']['kind'], readonly Status[]>> = {
  emergency: ['emergency'],
  human: ['handed_off'],
};

export type Score = { right: boolean; missing: string[][]; said: string[]; status: Status; text: string };

/** A reply against its label. */
export function score(question: Question, reply: Reply): Score {
  const text = plain([visibleText(reply), ...reply.choices.map((choice) => choice.label)].join('\n'));
  const missing = question.expect.says.filter((group) => !group.some((label) => occurs(label, text)));
  const said = question.expect.never.filter((label) => claimed(label, text));
  const wanted = WANTED[question.expect.kind];
  const fitting = wanted === undefined || wanted.includes(reply.status);
  return {
    right: missing.length === 0 && said.length === 0 && fitting,
    missing,
    said,
    status: reply.status,
    text: visibleText(reply),
  };
}

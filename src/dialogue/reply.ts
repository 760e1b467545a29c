import type { Draft, Tools, Turn } from './context.js';
import type { Block, Choice, Reply } from './types.js';
import { wording } from './wording.js';

/** The reply a channel gets: the draft with its actions, place and day. */
export function finish(draft: Draft, turn: Turn): Reply {
  const note = turn.masked && draft.status !== 'guarded_personal_data' ? `\n${wording.maskedNote}` : '';
  const code = draft.region;
  return {
    status: draft.status,
    blocks: blocksOf(draft, note),
    choices: draft.choices ?? [],
    actions: actionsFor(turn.tag),
    sources: draft.sources ?? [],
    files: draft.files ?? [],
    open: draft.open ?? null,
    region: code === undefined || code === '000000' ? null : { code, name: turn.tools.language.nameOf(code) },
    on: turn.day,
    checked: turn.tools.knowledge.checked,
  };
}

function blocksOf({ text, steps = [], working = [], after }: Draft, note: string): Block[] {
  return [
    { text: text + note },
    ...(working.length > 0 ? [{ working }] : []),
    ...(steps.length > 0 ? [{ steps }] : []),
    ...(after === undefined ? [] : [{ text: after }]),
  ];
}

/** The buttons every reply carries: a person to talk to, and a way to say the answer is wrong. */
export const actionsFor = (tag: string): Choice[] => [
  { press: `human:${tag}`, label: wording.human.label },
  { press: `wrong:${tag}`, label: wording.wrong.label },
];

/** Buttons that ask an entry. */
export function entryChoices(ids: readonly string[], { knowledge }: Pick<Tools, 'knowledge'>, tag: string): Choice[] {
  return ids.flatMap((id) => {
    const entry = knowledge.entries.get(id);
    return entry ? [{ press: `ask:${id}:${tag}`, label: entry.title }] : [];
  });
}

/** The hotline's number, from its fact. */
export const hotline = ({ knowledge }: Pick<Tools, 'knowledge'>): string =>
  knowledge.facts.get('hot_01')?.values['line'] ?? '';

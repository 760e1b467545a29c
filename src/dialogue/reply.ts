import { flowOffered } from '../knowledge/entry.js';
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
    actions: [...pictureOf(draft, turn), ...(draft.actions ?? []), ...actionsFor(turn.tag)],
    sources: draft.sources ?? [],
    files: draft.files ?? [],
    open: draft.open ?? null,
    region: code === undefined || code === '000000' ? null : { code, name: turn.tools.language.nameOf(code) },
    on: turn.day,
    checked: turn.tools.knowledge.checked,
    ...(draft.settled && { settled: true }),
    ...(draft.stale && { stale: true }),
    ...(draft.picture && { picture: true }),
    ...(draft.privately !== undefined && { privately: draft.privately }),
  };
}

/** The button that asks for a settlement as a picture, where the channel can show one. */
const pictureOf = ({ working = [], picture }: Draft, { incoming, tag }: Turn): Choice[] =>
  incoming.pictures && working.length > 0 && !picture
    ? [{ press: `c:picture:${tag}`, label: wording.commands.picture }]
    : [];

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

type Held = Pick<Tools, 'knowledge' | 'flows'>;

/** Buttons that lead on: each asks an entry, or begins a guided task (`flow:x`). What is not there has no button. */
export const entryChoices = (offers: readonly string[], held: Held, tag: string): Choice[] =>
  offers.flatMap((offer): Choice[] => {
    const flow = flowOffered(offer);
    const title = flow === undefined ? held.knowledge.entries.get(offer)?.title : held.flows.get(flow)?.title;
    if (title === undefined) return [];
    return flow === undefined
      ? [{ press: `ask:${offer}:${tag}`, label: title }]
      : [{ press: `f:start.${flow}:${tag}`, label: wording.guided.startHere(title) }];
  });

/** The hotline's number, from its fact. */
export const hotline = ({ knowledge }: Pick<Tools, 'knowledge'>): string =>
  knowledge.facts.get('hot_01')?.values['line'] ?? '';

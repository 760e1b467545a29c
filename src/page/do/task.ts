import type { WebReply } from '../../channels/web/contract.js';
import type { Exchange } from '../shared/use-conversation.js';
import { headed } from './head.js';

/** A guided task, as far as the conversation has named it; its title is empty until a question of it was shown. */
export type Task = { readonly flow: string; readonly title: string };

/** Where the conversation stands: the task last at hand, and whether a question of it waits for its answer. */
export type Stand = { readonly task: Task | undefined; readonly open: boolean };

/** What the card shows: the last exchange if it is of a task, the step that stands on the card, and which task it is. */
export type AtHand = {
  readonly exchange: Exchange;
  readonly step: Exchange | undefined;
  readonly task: Task | undefined;
};

type Told = { readonly exchange: Exchange; readonly stand: Stand; readonly isOfTask: boolean };

const NOWHERE: Stand = { task: undefined, open: false };

/** After these no question waits any more; anything else (too fast, an emergency) leaves it waiting. */
const CLOSING = ['outcome', 'clarify'];

/** Begins or takes up a task, whatever was on the card before. */
const BEGINS = /^\/(start f_|continue$)/;

/** Where the conversation stands once an exchange has come to its end. */
export function standAfter(before: Stand, { outcome }: Exchange): Stand {
  if (outcome.is !== 'answered') return before;
  const { status, open } = outcome.reply;
  const stays = before.open && !CLOSING.includes(status);
  return { task: taskIn(outcome.reply, before.task), open: open !== null || stays };
}

/** The task that a reply is about: where it names none, the one before. */
function taskIn({ open, choices, blocks }: WebReply, before: Task | undefined): Task | undefined {
  const flow = open?.flow ?? endedFlow(choices);
  if (flow === undefined) return before;
  return { flow, title: titleIn(blocks) ?? (before?.flow === flow ? before.title : '') };
}

/** The end of a task offers to do it once more: that button names it. */
const endedFlow = (choices: WebReply['choices']): string | undefined =>
  choices.map(({ press }) => /^f:restart\.(\w+)/.exec(press)?.[1]).find((flow) => flow !== undefined);

/** The task's own title: whom it is done for is an answer, and stands behind a dot. */
const titleIn = (blocks: WebReply['blocks']): string | undefined =>
  blocks
    .map((block) => ('text' in block ? headed(block.text)?.title.split(' · ')[0] : undefined))
    .find((title) => title !== undefined);

/** The task at hand, if what was said last belongs to one. */
export function atHand(exchanges: readonly Exchange[]): AtHand | undefined {
  const told: Told[] = [];
  for (const exchange of exchanges) told.push(tell(exchange, told[told.length - 1]));
  const last = told[told.length - 1];
  if (!last?.isOfTask) return undefined;
  const isAlone = isBegin(last.exchange.body);
  const step = [...told].reverse().find(({ exchange }) => exchange.outcome.is === 'answered');
  const isStep = step?.isOfTask && (step === last || !isAlone);
  return { exchange: last.exchange, step: isStep ? step.exchange : undefined, task: last.stand.task };
}

function tell(exchange: Exchange, before: Told | undefined): Told {
  const stand = before?.stand ?? NOWHERE;
  return { exchange, stand: standAfter(stand, exchange), isOfTask: isOfTask(exchange, stand, before) };
}

/** Of a task is what begins or steers it, whatever is said while its question waits, and a button of its card. */
function isOfTask({ body, outcome }: Exchange, { open }: Stand, before: Told | undefined): boolean {
  const isTold = outcome.is === 'answered' && (outcome.reply.open !== null || outcome.reply.status === 'outcome');
  return isTold || open || isSteering(body) || isBegin(body) || ('press' in body && before?.isOfTask === true);
}

/** A button that answers a question or steers the task. */
export const isSteering = (body: Exchange['body']): boolean => 'press' in body && /^[af]:/.test(body.press);

const isBegin = (body: Exchange['body']): boolean => 'text' in body && BEGINS.test(body.text);

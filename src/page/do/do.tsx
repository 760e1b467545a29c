import { useState } from 'preact/hooks';
import type { Conversation, Exchange } from '../shared/use-conversation.js';
import type { Flows } from '../shared/use-flows.js';
import { Card } from './card.js';
import { FlowList } from './flow-list.js';

type Props = { conversation: Conversation; flows: Flows; begin: (flow: string, title: string) => void };

/** The guided tasks: a list of them, or the one at hand as a card. */
export function Do({ conversation, flows, begin }: Props) {
  const { exchanges } = conversation;
  const last = exchanges[exchanges.length - 1];
  // Back at the list one stays there until something else is said.
  const [left, setLeft] = useState<Exchange>();
  if (last === undefined || last === left || !isOfTask(last)) return <FlowList flows={flows} begin={begin} />;
  return <Card exchange={last} conversation={conversation} flows={flows.list ?? []} leave={() => setLeft(last)} />;
}

/** A task is begun by a command, gone through by buttons, and open or at its end in a reply. */
function isOfTask({ body, outcome }: Exchange): boolean {
  if (outcome.is === 'answered')
    return outcome.reply.open !== null || outcome.reply.status === 'outcome' || isStep(body);
  return isStep(body);
}

const isStep = (body: Exchange['body']): boolean =>
  'press' in body ? /^[af]:/.test(body.press) : body.text.startsWith('/start f_');

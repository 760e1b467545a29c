import { useEffect, useState } from 'preact/hooks';
import type { Conversation, Exchange } from '../shared/use-conversation.js';
import type { Flows } from '../shared/use-flows.js';
import { wording } from '../wording.js';
import { Card } from './card.js';
import { FlowList } from './flow-list.js';
import { atHand } from './task.js';

type Props = { conversation: Conversation; flows: Flows; begin: (flow: string, title: string) => void };

/** The guided tasks: a list of them, or the one at hand as a card. */
export function Do({ conversation, flows, begin }: Props) {
  const at = atHand(conversation.exchanges);
  // Back at the list one stays there until something else is said.
  const [left, setLeft] = useState<Exchange>();
  useEffect(() => {
    if (left) document.getElementById('do-title')?.focus();
  }, [left]);
  const resume = () => conversation.say({ text: '/continue' }, wording.do.resume);
  if (!at || at.exchange === left) return <FlowList flows={flows} begin={begin} resume={resume} />;
  return <Card {...at} conversation={conversation} flows={flows.list ?? []} leave={() => setLeft(at.exchange)} />;
}

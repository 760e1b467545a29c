import { useEffect, useRef } from 'preact/hooks';
import type { WebFlow } from '../../channels/web/contract.js';
import { Failure } from '../shared/failure.js';
import type { Conversation, Exchange } from '../shared/use-conversation.js';
import { wording } from '../wording.js';
import { Step } from './step.js';

type Props = {
  exchange: Exchange;
  conversation: Conversation;
  flows: readonly WebFlow[];
  leave: () => void;
};

const words = wording.do;

/** The task at hand: one question, or its end, on a screen of its own. */
export function Card({ exchange, conversation, flows, leave }: Props) {
  const top = useRef<HTMLDivElement>(null);
  const { outcome } = exchange;
  useEffect(() => {
    if (outcome.is !== 'answered') return;
    scrollTo(0, 0);
    top.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [exchange]);
  return (
    <div ref={top}>
      <p class="crumb">
        <button type="button" class="quiet" onClick={leave}>
          {words.all}
        </button>
      </p>
      {outcome.is === 'answered' && (
        <Step key={exchange.id} exchange={exchange} reply={outcome.reply} say={conversation.say} flows={flows} />
      )}
      {outcome.is === 'failed' && <Failure {...outcome} retry={() => conversation.again(exchange)} />}
      <p role="status" class={outcome.is === 'waiting' ? 'waiting' : ''}>
        {outcome.is === 'waiting' && words.wait}
      </p>
    </div>
  );
}

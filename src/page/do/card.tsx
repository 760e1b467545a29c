import { useEffect, useRef } from 'preact/hooks';
import type { WebFlow } from '../../channels/web/contract.js';
import { Failure } from '../shared/failure.js';
import type { Conversation } from '../shared/use-conversation.js';
import { wording } from '../wording.js';
import { Step } from './step.js';
import type { AtHand, Task } from './task.js';

type Props = AtHand & {
  conversation: Conversation;
  flows: readonly WebFlow[];
  leave: () => void;
};

const words = wording.do;

/** The task at hand: one question, or its end, on a screen of its own. The step stays until the next one is here. */
export function Card({ exchange, step, task, conversation, flows, leave }: Props) {
  const top = useRef<HTMLDivElement>(null);
  const { outcome } = exchange;
  useEffect(() => {
    if (outcome.is === 'waiting') return;
    scrollTo(0, 0);
    const told = outcome.is === 'failed' ? '.told' : 'h2';
    top.current?.querySelector<HTMLElement>(told)?.focus({ preventScroll: true });
  }, [exchange]);
  const waits = outcome.is === 'waiting';
  return (
    <div ref={top}>
      <p class="crumb">
        <button type="button" class="quiet" onClick={leave}>
          {words.all}
        </button>
      </p>
      {outcome.is === 'failed' && (
        <div class="told" tabIndex={-1}>
          <Failure {...outcome} retry={() => conversation.again(exchange)} />
        </div>
      )}
      {step?.outcome.is === 'answered' && (
        <Step
          key={step.id}
          exchange={step}
          reply={step.outcome.reply}
          title={titleOf(task, flows)}
          say={conversation.say}
          flows={flows}
        />
      )}
      <div class={waits ? 'sum' : ''}>
        <p role="status" class={waits ? 'waiting' : ''}>
          {waits && (conversation.slow ? wording.ask.slow : words.wait)}
        </p>
        {waits && conversation.slow && (
          <button type="button" onClick={conversation.giveUp}>
            {wording.ask.giveUp}
          </button>
        )}
      </div>
    </div>
  );
}

const titleOf = (task: Task | undefined, flows: readonly WebFlow[]): string =>
  flows.find(({ flow }) => flow === task?.flow)?.title ?? task?.title ?? '';

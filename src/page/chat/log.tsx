import { Fragment } from 'preact';
import { Failure } from '../shared/failure.js';
import type { Conversation, Exchange } from '../shared/use-conversation.js';
import { wording } from '../wording.js';
import { Answer } from './answer.js';

type Props = { conversation: Conversation; toCard: () => void };

/** All that was said, oldest first; new answers are read out. */
export function Log({ conversation, toCard }: Props) {
  return (
    <div id="log" role="log" aria-live="polite" aria-label={wording.ask.log}>
      {conversation.exchanges.map((exchange) => (
        <Fragment key={exchange.id}>
          <article class="message mine">
            <h2 class="unseen">{wording.ask.you}</h2>
            <p class="text">{exchange.shown}</p>
          </article>
          <Came exchange={exchange} conversation={conversation} toCard={toCard} />
        </Fragment>
      ))}
    </div>
  );
}

function Came({ exchange, conversation, toCard }: { exchange: Exchange } & Props) {
  const { outcome } = exchange;
  if (outcome.is === 'waiting') return null;
  if (outcome.is === 'failed') return <Failure {...outcome} retry={() => conversation.again(exchange)} />;
  const isLast = conversation.exchanges[conversation.exchanges.length - 1] === exchange;
  return (
    <>
      <Answer exchange={exchange} reply={outcome.reply} say={conversation.say} />
      {isLast && outcome.reply.open !== null && (
        <p class="onward">
          <button type="button" onClick={toCard}>
            {wording.ask.toCard}
          </button>
        </p>
      )}
    </>
  );
}

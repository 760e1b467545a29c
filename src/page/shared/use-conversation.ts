import { useRef, useState } from 'preact/hooks';
import type { WebReply } from '../../channels/web/contract.js';
import { ask, Failed } from './post.js';

export type Said = { readonly text: string } | { readonly press: string };

/** What came of it so far. */
export type Outcome =
  | { readonly is: 'waiting' }
  | { readonly is: 'answered'; readonly reply: WebReply }
  | { readonly is: 'failed'; readonly said: string; readonly again: boolean };

/** Something said, as it was sent and as it is shown. `entry`: the answer that was asked for by name. */
export type Exchange = {
  readonly id: number;
  readonly body: Said;
  readonly shown: string;
  readonly entry?: string | undefined;
  readonly outcome: Outcome;
};

export type Say = (body: Said, shown: string, entry?: string) => void;

export type Conversation = {
  readonly exchanges: readonly Exchange[];
  readonly waiting: boolean;
  /** Says something unless an answer is still awaited. */
  readonly say: Say;
  /** Says the same once more; question and answer then stand together at the end. */
  readonly again: (exchange: Exchange) => void;
};

/** The one conversation of this page. `onEnd` is told of each exchange that has come to its end. */
export function useConversation(onEnd: (exchange: Exchange) => void): Conversation {
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  const under = useRef(false);
  const count = useRef(0);
  const put = (exchange: Exchange) => setExchanges((all) => [...all.filter(({ id }) => id !== exchange.id), exchange]);
  const run = async (exchange: Exchange) => {
    under.current = true;
    put({ ...exchange, outcome: { is: 'waiting' } });
    const ended = { ...exchange, outcome: await outcomeOf(exchange.body) };
    under.current = false;
    put(ended);
    onEnd(ended);
  };
  const start = (exchange: Exchange) => {
    if (!under.current) void run(exchange);
  };
  return {
    exchanges,
    waiting: exchanges[exchanges.length - 1]?.outcome.is === 'waiting',
    say: (body, shown, entry) => {
      count.current += 1;
      start({ id: count.current, body, shown, entry, outcome: { is: 'waiting' } });
    },
    again: start,
  };
}

async function outcomeOf(body: Said): Promise<Outcome> {
  try {
    return { is: 'answered', reply: await ask<WebReply>('/api/turn', body) };
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    return { is: 'failed', said: error.message, again: error.again };
  }
}

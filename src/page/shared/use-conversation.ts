import { useRef, useState } from 'preact/hooks';
import type { WebReply } from '../../channels/web/contract.js';
import { wording } from '../wording.js';
import { ask, Failed } from './post.js';

export type Said = { readonly text: string } | { readonly press: string };

/** What came of it so far. */
export type Outcome =
  | { readonly is: 'waiting' }
  | { readonly is: 'answered'; readonly reply: WebReply }
  | { readonly is: 'failed'; readonly said: string; readonly again: boolean };

/**
 * Something said, as it was sent and as it is shown; once it is answered, both without personal numbers, as the server heard it.
 * `entry`: the answer that was asked for by name. `turn`: names it to the server, which takes it once however often it is sent.
 */
export type Exchange = {
  readonly id: number;
  readonly turn: string;
  readonly body: Said;
  readonly shown: string;
  readonly entry?: string | undefined;
  readonly outcome: Outcome;
};

export type Say = (body: Said, shown: string, entry?: string) => void;

export type Conversation = {
  readonly exchanges: readonly Exchange[];
  readonly waiting: boolean;
  /** True if the answer that is awaited takes longer than usual. */
  readonly slow: boolean;
  /** Says something unless an answer is still awaited. */
  readonly say: Say;
  /** Says the same once more; question and answer then stand together at the end. */
  readonly again: (exchange: Exchange) => void;
  /** Waits no longer: the exchange fails, and can be said once more. */
  readonly giveUp: () => void;
};

const SLOW_MS = 8_000;

/** The one conversation of this page. `onEnd` is told of each exchange that has come to its end. */
export function useConversation(onEnd: (exchange: Exchange) => void): Conversation {
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  const [slow, setSlow] = useState(false);
  const under = useRef<AbortController | undefined>(undefined);
  const count = useRef(0);
  const put = (exchange: Exchange) => setExchanges((all) => [...all.filter(({ id }) => id !== exchange.id), exchange]);
  const run = async (exchange: Exchange, abort: AbortController) => {
    under.current = abort;
    put({ ...exchange, outcome: { is: 'waiting' } });
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    const ended = asHeard({ ...exchange, outcome: await outcomeOf(exchange, abort.signal) });
    clearTimeout(timer);
    under.current = undefined;
    setSlow(false);
    put(ended);
    onEnd(ended);
  };
  const start = (exchange: Exchange) => {
    if (!under.current) void run(exchange, new AbortController());
  };
  return {
    exchanges,
    waiting: exchanges[exchanges.length - 1]?.outcome.is === 'waiting',
    slow,
    say: (body, shown, entry) => {
      count.current += 1;
      start({ id: count.current, turn: randomName(), body, shown, entry, outcome: { is: 'waiting' } });
    },
    again: start,
    giveUp: () => under.current?.abort(),
  };
}

/** 128 random bits in hex; crypto.randomUUID is too new for old phones, and absent without TLS. */
const randomName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function outcomeOf({ turn, body }: Exchange, signal: AbortSignal): Promise<Outcome> {
  try {
    const reply = await ask<WebReply>('/api/turn', { id: turn, ...body }, signal);
    if (isReply(reply)) return { is: 'answered', reply };
    return { is: 'failed', said: wording.failed.strange, again: true };
  } catch (error) {
    if (error instanceof Failed) return { is: 'failed', said: error.message, again: error.again };
    return { is: 'failed', said: wording.failed.strange, again: true };
  }
}

/** Something else than this server may have answered: then there is nothing to show. */
const isReply = ({ status, blocks, choices, actions, sources, files }: Partial<WebReply>): boolean =>
  typeof status === 'string' && [blocks, choices, actions, sources, files].every(Array.isArray);

/** What was typed is shown and kept as the server heard it. */
function asHeard(exchange: Exchange): Exchange {
  const { body, shown, outcome } = exchange;
  const said = outcome.is === 'answered' ? outcome.reply.said : null;
  if (typeof said !== 'string' || !('text' in body)) return exchange;
  return { ...exchange, body: { text: said }, shown: shown === body.text ? said : shown };
}

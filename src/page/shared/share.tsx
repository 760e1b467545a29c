import { useState } from 'preact/hooks';
import type { WebAnswer, WebReply } from '../../channels/web/contract.js';
import { wording } from '../wording.js';
import { linkTo } from './link.js';
import { LinkBox } from './link-box.js';
import { ask } from './post.js';
import type { Exchange } from './use-conversation.js';

/** Gives the link to an answer, if it is one that everybody gets who asks the same. */
export function Share({ exchange, reply }: { exchange: Exchange; reply: WebReply }) {
  const [entry, setEntry] = useState<string | null>();
  const find = async () => setEntry(exchange.entry ?? (await entryOf(exchange.shown, reply)));
  if (entry === null) return <p role="note">{wording.share.none}</p>;
  if (entry !== undefined) return <LinkBox link={linkTo('entry', entry)} />;
  return (
    <p class="share">
      <button type="button" class="quiet" onClick={find}>
        {wording.share.open}
      </button>
    </p>
  );
}

/** The same asked by somebody new: only if that gives the same text does a link give it too. */
async function entryOf(text: string, reply: WebReply): Promise<string | null> {
  try {
    const { entry, blocks } = await ask<WebAnswer>('/api/ask', { text });
    return JSON.stringify(blocks) === JSON.stringify(reply.blocks) ? entry : null;
  } catch {
    return null;
  }
}

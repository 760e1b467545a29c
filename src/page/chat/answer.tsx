import type { WebReply } from '../../channels/web/contract.js';
import { Blocks } from '../shared/blocks.js';
import { Buttons } from '../shared/buttons.js';
import { Share } from '../shared/share.js';
import { Basis, Validity } from '../shared/sources.js';
import { Takeaway } from '../shared/takeaway.js';
import type { Exchange, Say } from '../shared/use-conversation.js';
import { wording } from '../wording.js';

type Props = { exchange: Exchange; reply: WebReply; say: Say };

/** A whole answer: what it says, for whom and when, on what basis, what to take along, and what to do next. */
export function Answer({ exchange, reply, say }: Props) {
  return (
    <article class="message answer">
      <h2 class="unseen">{wording.ask.answer}</h2>
      <Blocks blocks={reply.blocks} />
      <Validity reply={reply} />
      {reply.status === 'answered_curated' && <Share exchange={exchange} reply={reply} />}
      <Basis sources={reply.sources} />
      <Takeaway files={reply.files} />
      <Buttons class="choices" label={wording.reply.choices} choices={reply.choices} say={say} />
      <Buttons class="actions" label={wording.reply.actions} choices={reply.actions} say={say} />
    </article>
  );
}

import type { Conversation } from '../shared/use-conversation.js';
import { wording } from '../wording.js';

const words = wording.ask;

/** That an answer is awaited, and a way out where that takes long; else what is wrong with what was written. */
export function Waiting({ conversation, note }: { conversation: Conversation; note: string }) {
  const { waiting, slow, giveUp } = conversation;
  return (
    <>
      <p id="state" role="status" class={waiting ? 'waiting' : ''}>
        {waiting ? (slow ? words.slow : words.waiting) : note}
      </p>
      {waiting && slow && (
        <div>
          <button type="button" class="quiet" onClick={giveUp}>
            {words.giveUp}
          </button>
        </div>
      )}
    </>
  );
}

import type { TargetedKeyboardEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Conversation } from '../shared/use-conversation.js';
import { wording } from '../wording.js';
import { Room } from './room.js';
import { type Draft, useDraft } from './use-draft.js';
import { Waiting } from './waiting.js';

type Props = {
  conversation: Conversation;
  /** A text that was not taken as it was. */
  back: string | undefined;
};

const words = wording.ask;

/** So much of a message is read. */
const MOST = 1_000;

/** While an input method is composing, Enter takes the word; 229 is how older browsers say so. */
const isSending = (event: TargetedKeyboardEvent<HTMLTextAreaElement>): boolean =>
  event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;

/** Where a question is written. Says when an answer is awaited, and what keeps one from being sent. */
export function Box({ conversation, back }: Props) {
  const { waiting } = conversation;
  const draft = useDraft(back);
  const send = () => sendDraft(draft, conversation);
  useSentEarly(send);
  const submit = (event: Event) => {
    event.preventDefault();
    send();
  };
  return (
    <form id="form" autocomplete="off" onSubmit={submit}>
      <Waiting conversation={conversation} note={draft.note} />
      <p id="opening" role="status" hidden>
        {words.opening}
      </p>
      <label for="text">{words.box}</label>
      <Room left={MOST - draft.text.trim().length} most={MOST} />
      <div class="entry">
        <textarea
          id="text"
          ref={draft.box}
          rows={1}
          enterkeyhint="send"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby="room"
          value={draft.text}
          onInput={(event) => draft.type(event.currentTarget.value)}
          onKeyDown={(event) => isSending(event) && submit(event)}
        />
        <button type="submit" id="send" class="primary" disabled={waiting}>
          {words.send}
        </button>
      </div>
    </form>
  );
}

function sendDraft({ box, text, type, complain }: Draft, { waiting, say }: Conversation): void {
  if (waiting) return;
  const said = text.trim();
  if (said !== '' && said.length <= MOST) {
    type('');
    say({ text: said }, said);
    return;
  }
  complain(said === '' ? words.empty : words.tooLong);
  box.current?.focus();
}

/** Who pressed 发送 before the script was here is served now; early.js noted it. */
function useSentEarly(send: () => void): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (dataset['sent'] === undefined) return;
    delete dataset['sent'];
    send();
  }, []);
}

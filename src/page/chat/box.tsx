import type { TargetedKeyboardEvent } from 'preact';
import type { Say } from '../shared/use-conversation.js';
import { wording } from '../wording.js';
import { useDraft } from './use-draft.js';

type Props = {
  waiting: boolean;
  say: Say;
  /** A text that was not taken as it was. */
  back: string | undefined;
};

const words = wording.ask;

/** While an input method is composing, Enter takes the word; 229 is how older browsers say so. */
const isSending = (event: TargetedKeyboardEvent<HTMLTextAreaElement>): boolean =>
  event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;

/** Where a question is written. Says when an answer is awaited, and when there is nothing to send. */
export function Box({ waiting, say, back }: Props) {
  const { box, text, note, type, complain } = useDraft(back);
  const submit = (event: Event) => {
    event.preventDefault();
    if (waiting) return;
    const said = text.trim();
    if (said === '') {
      complain(words.empty);
      box.current?.focus();
      return;
    }
    type('');
    say({ text: said }, said);
  };
  return (
    <>
      <p id="state" role="status" class={waiting ? 'waiting' : ''}>
        {waiting ? words.waiting : note}
      </p>
      <form id="form" autocomplete="off" onSubmit={submit}>
        <label for="text">{words.box}</label>
        <div class="entry">
          <textarea
            id="text"
            ref={box}
            rows={1}
            enterkeyhint="send"
            autocapitalize="off"
            spellcheck={false}
            value={text}
            onInput={(event) => type(event.currentTarget.value)}
            onKeyDown={(event) => isSending(event) && submit(event)}
          />
          <button type="submit" id="send" class="primary" disabled={waiting}>
            {words.send}
          </button>
        </div>
      </form>
    </>
  );
}

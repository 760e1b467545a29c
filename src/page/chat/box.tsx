import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Say } from '../shared/use-conversation.js';
import { wording } from '../wording.js';

type Props = {
  waiting: boolean;
  say: Say;
  /** A text that was not taken: it is put back, unless something else stands here by now. */
  back: string | undefined;
};

/** While an input method is composing, Enter takes the word; 229 is how older browsers say so. */
const isSending = (event: TargetedKeyboardEvent<HTMLTextAreaElement>): boolean =>
  event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;

/** Where a question is written; it grows with the text. Says when an answer is awaited, and when there is nothing to send. */
export function Box({ waiting, say, back }: Props) {
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const words = wording.ask;
  useLayoutEffect(() => {
    if (back !== undefined) setText((now) => now || back);
  }, [back]);
  useLayoutEffect(() => grow(box.current), [text]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (waiting) return;
    const said = text.trim();
    setNote(said === '' ? words.empty : '');
    if (said === '') return box.current?.focus();
    setText('');
    say({ text: said }, said);
  };
  const typed = (now: string) => {
    setText(now);
    setNote('');
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
            onInput={(event) => typed(event.currentTarget.value)}
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

function grow(box: HTMLTextAreaElement | null): void {
  if (!box) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

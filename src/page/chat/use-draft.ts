import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What is being written. `text` grows its box; `note` says what is wrong with sending it, until something is typed. */
export type Draft = {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly note: string;
  readonly type: (text: string) => void;
  readonly complain: (note: string) => void;
};

/** What was typed into the box that stands in the HTML, before the script took it over; the build has no document. */
function typedBefore(): string {
  if (typeof document === 'undefined') return '';
  const box = document.getElementById('text');
  return box instanceof HTMLTextAreaElement ? box.value : '';
}

/** A text being written. `back`: one that was not taken; it is put back, unless something else stands here by now. */
export function useDraft(back: string | undefined): Draft {
  const [text, setText] = useState(typedBefore);
  const [note, complain] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (back !== undefined) setText((now) => now || back);
  }, [back]);
  useLayoutEffect(() => grow(box.current), [text]);
  const type = (now: string) => {
    setText(now);
    complain('');
  };
  return { box, text, note, type, complain };
}

function grow(box: HTMLTextAreaElement | null): void {
  if (!box) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { wording } from '../wording.js';

type Props = { class: string; label: string; ask: string; yes: string; act: () => void };

/** A button that deletes something: in its place it asks once more, and only then acts. */
export function Sure({ class: className, label, ask, yes, act }: Props) {
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLParagraphElement>(null);
  useFocusAfter(asking, () => (asking ? question : button).current);
  if (!asking)
    return (
      <button ref={button} type="button" class={className} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  const answered = (after?: () => void) => {
    setAsking(false);
    after?.();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; these are commands
    <div role="group" aria-label={label}>
      <p ref={question} tabIndex={-1} class="care">
        {ask}
      </p>
      <div class="pair">
        <button type="button" class="danger" onClick={() => answered(act)}>
          {yes}
        </button>
        <button type="button" onClick={() => answered()}>
          {wording.sure.no}
        </button>
      </div>
    </div>
  );
}

/** The focus goes with what is asked and back to the button, but never moves by itself at first. */
function useFocusAfter(asking: boolean, place: () => HTMLElement | null): void {
  const before = useRef(asking);
  useLayoutEffect(() => {
    if (before.current !== asking) place()?.focus();
    before.current = asking;
  }, [asking]);
}

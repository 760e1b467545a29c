import { useState } from 'preact/hooks';
import type { WebReply } from '../../channels/web/contract.js';
import type { Say } from './use-conversation.js';

type Choice = WebReply['choices'][number];
type Props = { class: string; label: string; choices: readonly Choice[]; say: Say };

/** A group of buttons; one that was pressed is ticked. */
export function Buttons({ class: className, label, choices, say }: Props) {
  const [chosen, setChosen] = useState('');
  if (choices.length === 0) return null;
  const press = (choice: Choice) => {
    setChosen(choice.press);
    say({ press: choice.press }, choice.label);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; these are commands
    <div class={className} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.press}
          type="button"
          class={choice.press === chosen ? 'chosen' : ''}
          onClick={() => press(choice)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}

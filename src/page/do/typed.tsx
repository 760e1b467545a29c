import { useId, useState } from 'preact/hooks';
import type { WebQuestion } from '../../channels/web/contract.js';
import { TextInput } from '../shared/text-input.js';
import type { Say } from '../shared/use-conversation.js';
import { wording } from '../wording.js';

type Props = { type: WebQuestion['type']; alone: boolean; say: Say };

const words = wording.do;

/** Where an answer is typed or picked: a day by the calendar, everything else as people write it. */
export function Typed({ type, alone, say }: Props) {
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const id = useId();
  const submit = (event: Event) => {
    event.preventDefault();
    const said = text.trim();
    setNote(said === '' ? words.empty : '');
    if (said !== '') say({ text: said }, said);
  };
  return (
    <form class="typed" autocomplete="off" onSubmit={submit}>
      <label for={id}>{alone ? words.typed : words.typedToo}</label>
      <TextInput id={id} type={type} value={text} describedBy={`${id}-hint`} set={setText} />
      <p id={`${id}-hint`} class="help">
        {words.typedHint[type]}
      </p>
      {note !== '' && (
        <p role="alert" class="care">
          {note}
        </p>
      )}
      <button type="submit" class="primary">
        {words.next}
      </button>
    </form>
  );
}

import { useId } from 'preact/hooks';
import type { WebQuestion } from '../../channels/web/contract.js';
import { TextInput } from '../shared/text-input.js';
import { wording } from '../wording.js';
import { neededIn, offered } from './slots.js';
import type { Bill } from './use-bill.js';

type Props = { question: WebQuestion; bill: Bill };

const words = wording.count;
const PICKED = ['choice', 'yesno'];

/** One cell of the bill with its label, its help, and what is wrong with it or lacking. */
export function Field({ question, bill }: Props) {
  const { slot, type, label, help } = question;
  const id = useId();
  const wrong = bill.failure?.field === slot ? bill.failure.message : '';
  const needed = neededIn(bill.form).includes(slot);
  return (
    <div class={needed ? 'field needed' : 'field'}>
      <label for={id}>{label}</label>
      {PICKED.includes(type) ? (
        <Choices id={id} question={question} bill={bill} />
      ) : (
        <TextInput
          id={id}
          type={type}
          value={bill.cells[slot] ?? ''}
          describedBy={`${id}-note`}
          invalid={wrong !== ''}
          set={(text) => bill.set(slot, text)}
        />
      )}
      <p id={`${id}-note`} class={wrong === '' ? 'help' : 'care'}>
        {[needed && wrong === '' ? words.needed : '', wrong || help].filter(Boolean).join('。')}
      </p>
    </div>
  );
}

function Choices({ id, question, bill }: Props & { id: string }) {
  const { slot } = question;
  return (
    <select
      id={id}
      aria-describedby={`${id}-note`}
      value={bill.cells[slot] ?? ''}
      onChange={(event) => bill.set(slot, event.currentTarget.value)}
    >
      <option value="">{words.unchosen}</option>
      {offered(question, bill.form).map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

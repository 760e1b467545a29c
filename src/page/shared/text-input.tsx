import type { WebQuestion } from '../../channels/web/contract.js';

type Props = {
  id: string;
  type: WebQuestion['type'];
  value: string;
  describedBy: string;
  invalid?: boolean;
  set: (text: string) => void;
};

const AMOUNTS = ['money', 'number', 'percent'];

/** Where an answer is typed: a day comes from the calendar, figures bring up the keys for figures. */
export function TextInput({ id, type, value, describedBy, invalid = false, set }: Props) {
  const common = { id, value, 'aria-describedby': describedBy, 'aria-invalid': invalid };
  if (type === 'date') return <input type="date" {...common} onInput={(event) => set(event.currentTarget.value)} />;
  const keys = AMOUNTS.includes(type) ? 'decimal' : 'text';
  return <input type="text" inputMode={keys} {...common} onInput={(event) => set(event.currentTarget.value)} />;
}

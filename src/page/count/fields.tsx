import { useRef } from 'preact/hooks';
import type { WebQuestion } from '../../channels/web/contract.js';
import { Sure } from '../mine/sure.js';
import { wording } from '../wording.js';
import { Field } from './field.js';
import { groupsOf, neededIn } from './slots.js';
import type { Bill } from './use-bill.js';

const words = wording.count;

/** The form of a bill. What the region's rules ask for comes in as it is needed, and stays where it came in. */
export function Fields({ questions, bill }: { questions: readonly WebQuestion[]; bill: Bill }) {
  const called = useRef(new Set<string>());
  for (const slot of neededIn(bill.form)) called.current.add(slot);
  const groups = groupsOf(questions, called.current);
  const fields = (list: readonly WebQuestion[]) =>
    list.map((question) => <Field key={question.slot} question={question} bill={bill} />);
  return (
    <form class="bill" autocomplete="off" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{words.base}</legend>
        {fields(groups.base)}
        {fields(groups.called)}
      </fieldset>
      <fieldset>
        <legend>{words.known}</legend>
        {fields(groups.known)}
      </fieldset>
      <details>
        <summary>{words.more}</summary>
        {fields(groups.more)}
      </details>
      <Sure class="quiet" label={words.clear} ask={words.sureClear} yes={words.yesClear} act={bill.clear} />
    </form>
  );
}

import { NotFetched } from '../shared/not-fetched.js';
import type { Flows } from '../shared/use-flows.js';
import { wording } from '../wording.js';
import { Fields } from './fields.js';
import { Result } from './result.js';
import { Sum } from './sum.js';
import type { Bill } from './use-bill.js';

type Props = {
  bill: Bill;
  flows: Flows;
  elder: boolean;
  begin: (flow: string, title: string) => void;
};

const words = wording.count;
const FLOW = 'estimate';

/** The calculator: a form with its result beside it; for older people the same, one question a screen. */
export function Count({ bill, flows, elder, begin }: Props) {
  const flow = flows.list?.find((one) => one.flow === FLOW);
  return (
    <section aria-labelledby="count-title">
      <h2 id="count-title" tabIndex={-1}>
        {words.title}
      </h2>
      <p>{elder ? words.elder : words.intro}</p>
      {elder && (
        <button type="button" class="primary wide" onClick={() => begin(FLOW, words.title)}>
          {words.begin}
        </button>
      )}
      {!elder && flows.failed && <NotFetched again={flows.again} />}
      {!elder && flow && (
        <div class="sheet">
          <Fields questions={flow.questions} bill={bill} />
          <Result bill={bill} />
          <Sum bill={bill} />
        </div>
      )}
    </section>
  );
}

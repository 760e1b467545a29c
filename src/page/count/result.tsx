import type { WebForm } from '../../channels/web/contract.js';
import { Payers } from '../shared/payers.js';
import { printOnly } from '../shared/print-only.js';
import { Basis } from '../shared/sources.js';
import { wording } from '../wording.js';
import { Comparison } from './comparison.js';
import { Lines } from './lines.js';
import { isEmpty, sentence } from './sum.js';
import type { Bill } from './use-bill.js';

const words = wording.count;

/** The whole result, to be read at leisure. */
export function Result({ bill }: { bill: Bill }) {
  const { form, failure, busy } = bill;
  return (
    <section class="card result" aria-labelledby="result-title" aria-busy={busy}>
      <h3 id="result-title">{words.result}</h3>
      <p class="big">{sentence(bill)}</p>
      {failure && !failure.again && (
        <p role="alert" class="care">
          {failure.message}
        </p>
      )}
      {form && !failure && <Whole form={form} />}
    </section>
  );
}

function Whole({ form }: { form: WebForm }) {
  const { settlement, compare, documents } = form;
  if (isEmpty(form)) return null;
  return (
    <>
      <Payers lines={settlement.lines} />
      <List title={words.missing} items={settlement.missing.map(({ text }) => text)} open />
      <Lines lines={settlement.lines} />
      <Comparison rows={compare.rows} />
      <List title={words.assumed} items={settlement.assumed.map(({ text }) => text)} />
      <Basis sources={documents} />
      <p class="help">{words.caveat}</p>
      <button type="button" class="quiet" onClick={(event) => printOnly(event.currentTarget)}>
        {words.print}
      </button>
    </>
  );
}

function List({ title, items, open = false }: { title: string; items: readonly string[]; open?: boolean }) {
  if (items.length === 0) return null;
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  );
}

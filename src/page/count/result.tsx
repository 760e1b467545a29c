import type { WebForm } from '../../channels/web/contract.js';
import { Payers } from '../shared/payers.js';
import { printOnly } from '../shared/print-only.js';
import { Basis } from '../shared/sources.js';
import { yuan } from '../shared/yuan.js';
import { wording } from '../wording.js';
import { Comparison } from './comparison.js';
import { Lines } from './lines.js';
import type { Bill } from './use-bill.js';

const words = wording.count;

/** What the bill comes to so far, in one sentence that stays in sight and is read out when it changes. */
export function Sum({ bill: { form, busy } }: { bill: Bill }) {
  const show = () => document.getElementById('result-title')?.scrollIntoView({ block: 'start' });
  return (
    <div class="sum">
      <p role="status" class={busy ? 'waiting' : ''}>
        {busy ? words.working : sentence(form)}
      </p>
      {form && (
        <button type="button" onClick={show}>
          {words.details}
        </button>
      )}
    </div>
  );
}

/** The whole result, to be read at leisure. */
export function Result({ bill: { form, failure, busy } }: { bill: Bill }) {
  return (
    <section class="card result" aria-labelledby="result-title" aria-busy={busy}>
      <h3 id="result-title">{words.result}</h3>
      <p class="big">{sentence(form)}</p>
      {failure && (
        <p role="alert" class="care">
          {failure.message}
        </p>
      )}
      {form && !failure && <Whole form={form} />}
    </section>
  );
}

function sentence(form: WebForm | undefined): string {
  if (!form || isEmpty(form)) return words.start;
  const { fund, self } = form.settlement;
  if (fund !== null && self !== null) return words.sum(yuan(fund), yuan(self));
  return form.range ? words.between(yuan(form.range.fund.low), yuan(form.range.fund.high)) : words.open;
}

/** Without any cost there is nothing to settle yet. */
const isEmpty = ({ settlement }: WebForm): boolean => settlement.missing.some(({ key }) => key === 'cost');

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

import type { WebForm } from '../../channels/web/contract.js';
import { yuan } from '../shared/yuan.js';
import { wording } from '../wording.js';
import type { Bill } from './use-bill.js';

const words = wording.count;

/** What the bill comes to so far, in one sentence that stays in sight and is read out when it changes. */
export function Sum({ bill }: { bill: Bill }) {
  const { form, failure, busy } = bill;
  const isLost = failure?.again === true && !busy;
  const show = () => document.getElementById('result-title')?.scrollIntoView({ block: 'start' });
  return (
    <div class="sum">
      <p role="status" class={busy ? 'waiting' : ''}>
        {busy ? words.working : sentence(bill)}
      </p>
      {isLost && (
        <button type="button" onClick={bill.retry}>
          {wording.failed.again}
        </button>
      )}
      {form && !isLost && (
        <button type="button" onClick={show}>
          {words.details}
        </button>
      )}
    </div>
  );
}

/** What the bill comes to, in one sentence; what went wrong on the way is told as it is, as trying again may help. */
export function sentence({ form, failure }: Bill): string {
  if (failure) return failure.again ? failure.message : words.open;
  if (!form || isEmpty(form)) return words.start;
  const { fund, self } = form.settlement;
  if (fund !== null && self !== null) return words.sum(yuan(fund), yuan(self));
  return form.range ? words.between(yuan(form.range.fund.low), yuan(form.range.fund.high)) : words.open;
}

/** Without any cost there is nothing to settle yet. */
export const isEmpty = ({ settlement }: WebForm): boolean => settlement.missing.some(({ key }) => key === 'cost');

import type { WebSettlement } from '../../channels/web/contract.js';
import { yuan } from '../shared/yuan.js';
import { wording } from '../wording.js';

const words = wording.count;

/** The settlement line by line: what is worked out, how, to what amount, and whose rule it is. */
export function Lines({ lines }: { lines: WebSettlement['lines'] }) {
  if (lines.length === 0) return null;
  return (
    <table>
      <caption>{words.lines.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.lines.label}</th>
          <th scope="col" class="amount">
            {words.lines.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, label, working, value, whose }) => (
          <tr key={id}>
            <th scope="row">
              {label}
              {working !== yuan(value) && <span class="sum-of">{working}</span>}
              <span class="whose">{words.whose[whose]}</span>
            </th>
            <td class="amount">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { WebForm } from '../../channels/web/contract.js';
import { yuan } from '../shared/yuan.js';
import { wording } from '../wording.js';

type Row = WebForm['compare']['rows'][number];

const words = wording.count.compare;
const ways = wording.count.ways;

const wayOf = ({ kind, filing }: Row): string => ways[filing === 'filed' ? (kind ?? filing) : filing] ?? '';

/** The same bill in each way of being treated; the first row is the one filled in. */
export function Comparison({ rows }: { rows: readonly Row[] }) {
  if (rows.every(({ fund }) => fund === null)) return null;
  return (
    <table>
      <caption>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.way}</th>
          <th scope="col" class="amount">
            {words.fund}
          </th>
          <th scope="col" class="amount">
            {words.self}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={`${row.kind} ${row.filing}`} class={i === 0 ? 'now' : ''}>
            <th scope="row">
              {wayOf(row)}
              {i === 0 && words.now}
            </th>
            <Sums row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sums({ row: { fund, self } }: { row: Row }) {
  if (fund === null || self === null) return <td colSpan={2}>{words.undefined}</td>;
  return (
    <>
      <td class="amount">{yuan(fund)}</td>
      <td class="amount">{yuan(self)}</td>
    </>
  );
}

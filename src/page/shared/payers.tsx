import { wording } from '../wording.js';
import { yuan } from './yuan.js';

type Line = { readonly id: string; readonly value: string };

const words = wording.count;
const WIDTH = 100;

/** Who pays what of a bill, as bars with their figures beside them: nothing is told by colour alone. */
export function Payers({ lines }: { lines: readonly Line[] }) {
  const paying = payersOf(lines);
  const whole = paying.reduce((sum, { value }) => sum + Number(value), 0);
  if (paying.length < 2 || whole === 0) return null;
  return (
    <figure class="payers">
      <figcaption>{words.payers}</figcaption>
      <ul>
        {paying.map(({ id, value }) => (
          <li key={id}>
            <span>{words.share(words.payer[id] ?? id, yuan(value), percentOf(value, whole))}</span>
            <Bar id={id} share={Number(value) / whole} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

const Bar = ({ id, share }: { id: string; share: number }) => (
  <svg viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true" class={`bar ${id}`}>
    <rect class="rail" width={WIDTH} height="6" />
    <rect class="part" width={WIDTH * share} height="6" />
  </svg>
);

/** The payers in the order of the settlement; the person's own part as cash and account where both are known. Nothing paid: left out. */
function payersOf(lines: readonly Line[]): readonly Line[] {
  const split = lines.some(({ id }) => id === 'cash');
  return lines.filter(({ id, value }) => id in words.payer && !(split && id === 'self') && Number(value) > 0);
}

/** For the eye only: amounts themselves stay the texts the server worked out. */
const percentOf = (value: string, whole: number): string => `${((Number(value) / whole) * 100).toFixed(1)}%`;

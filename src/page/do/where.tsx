import type { WebFlow, WebReply } from '../../channels/web/contract.js';
import { wording } from '../wording.js';

type Props = { title: string; step: number; open: WebReply['open']; flows: readonly WebFlow[] };

/** Which task this is, which step, and how much of the list of its questions lies behind: that share only ever grows. */
export function Where({ title, step, open, flows }: Props) {
  const slots = flows.find(({ flow }) => flow === open?.flow)?.questions.map(({ slot }) => slot) ?? [];
  const passed = slots.indexOf(open?.slot ?? '');
  return (
    <p class="where">
      <span>{title}</span>
      <span>{wording.do.step(step)}</span>
      {passed >= 0 && <progress max={slots.length} value={passed} aria-label={wording.do.progress} />}
    </p>
  );
}

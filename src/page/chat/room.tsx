import { wording } from '../wording.js';

/** From here on it is told how much may still be written. */
const NEARLY = 200;

/** How much more may be written, or how much is too much; beside the box, for a reader with the box. */
export function Room({ left, most }: { left: number; most: number }) {
  if (left > NEARLY) return <p id="room" hidden />;
  return (
    <p id="room" class={left < 0 ? 'care' : 'help'}>
      {left < 0 ? wording.ask.over(-left, most) : wording.ask.left(left)}
    </p>
  );
}

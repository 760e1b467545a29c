import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Letters } from '../header.js';
import type { Conversation } from '../shared/use-conversation.js';
import type { Size } from '../shared/use-size.js';
import { Box } from './box.js';
import { Log } from './log.js';
import { Welcome } from './welcome.js';

type Props = { conversation: Conversation; size: Size; toCard: () => void };

/** Only beside a real keyboard: on a touch screen the focus would bring one up over the answer. */
function focusBox(): void {
  if (matchMedia('(hover: hover) and (pointer: fine)').matches)
    document.getElementById('text')?.focus({ preventScroll: true });
}

/** Who pressed what is gone now is put at the way on: at 重试, or at the box. */
function focusLost(failed: boolean): void {
  if (document.activeElement !== document.body) return;
  const retries = document.querySelectorAll<HTMLElement>('#log .failed button');
  if (failed) retries[retries.length - 1]?.focus({ preventScroll: true });
  else focusBox();
}

/** The conversation: welcome, what was said, and the box to write in. */
export function Ask({ conversation, size, toCard }: Props) {
  const { exchanges, say } = conversation;
  const last = exchanges[exchanges.length - 1];
  const first = useRef(true);
  useLayoutEffect(focusBox, [last?.id]);
  useEffect(() => focusLost(last?.outcome.is === 'failed'), [last?.id, last?.outcome.is]);
  // What was asked last is shown from its beginning, when it is said and when its answer has come.
  useEffect(() => {
    const asked = document.querySelectorAll('#log > .mine');
    if (!first.current) asked[asked.length - 1]?.scrollIntoView({ block: 'start' });
    first.current = false;
  }, [last?.id, last?.outcome.is]);
  return (
    <>
      <Letters size={size} />
      <Welcome say={say} />
      <Log conversation={conversation} toCard={toCard} />
      <Box conversation={conversation} back={givenBack(conversation)} />
    </>
  );
}

/** What could not be sent as it was: it comes back to the box. */
function givenBack({ exchanges }: Conversation): string | undefined {
  const last = exchanges[exchanges.length - 1];
  if (last?.outcome.is !== 'failed' || last.outcome.again || !('text' in last.body)) return undefined;
  return last.body.text;
}
